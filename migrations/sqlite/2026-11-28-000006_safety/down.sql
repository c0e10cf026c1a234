DROP TRIGGER facts_no_update;
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'append-only: update of facts is refused'); END;
DROP TRIGGER attachments_no_update;
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'append-only: update of attachments is refused'); END;
DROP TRIGGER texts_no_update;
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'append-only: update of texts is refused'); END;
DROP INDEX leaves_by_time;
DROP INDEX audit_by_time;
DROP TRIGGER state_gets_mark;
ALTER TABLE state DROP COLUMN ahead_until_us;
ALTER TABLE state DROP COLUMN ahead_after_us;
ALTER TABLE state DROP COLUMN mark;
ALTER TABLE state DROP COLUMN timeline;
