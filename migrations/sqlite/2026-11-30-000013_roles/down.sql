DROP TRIGGER attachments_no_update;
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
WHEN NOT (
    NEW.file_name = '' AND NEW.title = ''
    AND (NEW.id, NEW.version_id, NEW.ordinal, NEW.sha256, NEW.recorded_at_us)
        = (OLD.id, OLD.version_id, OLD.ordinal, OLD.sha256, OLD.recorded_at_us)
    AND NEW.dated_on IS OLD.dated_on
    AND EXISTS (SELECT 1 FROM facts WHERE version_id = OLD.version_id AND kind = 'erased')
)
BEGIN SELECT RAISE(ABORT, 'append-only: update of attachments is refused'); END;

ALTER TABLE draft_files DROP COLUMN role;
ALTER TABLE attachments DROP COLUMN role;
