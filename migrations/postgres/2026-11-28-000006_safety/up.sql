-- Which register this is, from its creation or its restoration on. Files know to which one they belong.
ALTER TABLE state ADD COLUMN timeline TEXT NOT NULL DEFAULT '';
-- Another random text after every change: two states with the same numbers are told apart, also after a restoration.
ALTER TABLE state ADD COLUMN mark TEXT NOT NULL DEFAULT '';
-- Records of these instants were made by a clock that ran ahead.
ALTER TABLE state ADD COLUMN ahead_after_us BIGINT;
ALTER TABLE state ADD COLUMN ahead_until_us BIGINT;
UPDATE state SET timeline = replace(gen_random_uuid()::text, '-', ''), mark = replace(gen_random_uuid()::text, '-', '');
CREATE FUNCTION mark_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.mark := replace(gen_random_uuid()::text, '-', '');
    RETURN NEW;
END
$$;
CREATE TRIGGER state_gets_mark BEFORE UPDATE ON state FOR EACH ROW EXECUTE FUNCTION mark_state();

-- When something was last recorded.
CREATE INDEX audit_by_time ON audit (at_us);
CREATE INDEX leaves_by_time ON leaves (appended_at_us);

-- What an erased version's files were called may hold a name, and goes with the bytes. Nothing else of a row changes.
CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was jsonb := to_jsonb(OLD);
    now jsonb := to_jsonb(NEW);
    cleared text[] := CASE TG_TABLE_NAME
        WHEN 'texts' THEN ARRAY['file_name']
        WHEN 'attachments' THEN ARRAY['file_name', 'title']
        WHEN 'facts' THEN ARRAY['detail']
    END;
    field text;
BEGIN
    FOREACH field IN ARRAY cleared LOOP
        IF now ->> field <> '' THEN
            RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
        END IF;
    END LOOP;
    IF was - cleared <> now - cleared
        OR (TG_TABLE_NAME = 'facts' AND was ->> 'kind' <> 'late_attachment')
        OR NOT EXISTS (SELECT FROM facts WHERE version_id = was ->> 'version_id' AND kind = 'erased')
    THEN
        RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
DROP TRIGGER texts_no_update ON texts;
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();
DROP TRIGGER attachments_no_update ON attachments;
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();
DROP TRIGGER facts_no_update ON facts;
CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();
