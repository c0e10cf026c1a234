-- Whether a person changed the draft since: what was wrong with the files that came is in hand then.
ALTER TABLE intake_rows ADD COLUMN is_in_hand BIGINT NOT NULL DEFAULT 0 CHECK (is_in_hand IN (0, 1));
UPDATE intake_rows SET is_in_hand = 1 WHERE changes > 0;
-- What is kept of the files of a document goes away with what is erased of it.
CREATE INDEX intake_rows_document ON intake_rows (document_id);

-- Who published an edition is looked up by the edition.
CREATE INDEX audit_by_subject ON audit (subject, at_us);
