-- Which register this is, from its creation or its restoration on. Files know to which one they belong.
ALTER TABLE state ADD COLUMN timeline TEXT NOT NULL DEFAULT '';
-- Another random text after every change: two states with the same numbers are told apart, also after a restoration.
ALTER TABLE state ADD COLUMN mark TEXT NOT NULL DEFAULT '';
-- Records of these instants were made by a clock that ran ahead.
ALTER TABLE state ADD COLUMN ahead_after_us INTEGER;
ALTER TABLE state ADD COLUMN ahead_until_us INTEGER;
UPDATE state SET timeline = lower(hex(randomblob(16))), mark = lower(hex(randomblob(16)));
CREATE TRIGGER state_gets_mark AFTER UPDATE ON state WHEN NEW.mark = OLD.mark
BEGIN UPDATE state SET mark = lower(hex(randomblob(16))) WHERE id = NEW.id; END;

-- When something was last recorded.
CREATE INDEX audit_by_time ON audit (at_us);
CREATE INDEX leaves_by_time ON leaves (appended_at_us);

-- What an erased version's files were called may hold a name, and goes with the bytes. Nothing else of a row changes.
DROP TRIGGER texts_no_update;
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts
WHEN NOT (
    NEW.file_name = ''
    AND (NEW.id, NEW.version_id, NEW.lang, NEW.authenticity, NEW.sha256, NEW.recorded_at_us)
        = (OLD.id, OLD.version_id, OLD.lang, OLD.authenticity, OLD.sha256, OLD.recorded_at_us)
    AND EXISTS (SELECT 1 FROM facts WHERE version_id = OLD.version_id AND kind = 'erased')
)
BEGIN SELECT RAISE(ABORT, 'append-only: update of texts is refused'); END;

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

DROP TRIGGER facts_no_update;
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
WHEN NOT (
    OLD.kind = 'late_attachment' AND NEW.detail = ''
    AND (NEW.id, NEW.version_id, NEW.kind, NEW.salt, NEW.recorded_at_us)
        = (OLD.id, OLD.version_id, OLD.kind, OLD.salt, OLD.recorded_at_us)
    AND NEW.on_day IS OLD.on_day
    AND EXISTS (SELECT 1 FROM facts AS erased WHERE erased.version_id = OLD.version_id AND erased.kind = 'erased')
)
BEGIN SELECT RAISE(ABORT, 'append-only: update of facts is refused'); END;
