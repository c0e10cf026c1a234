DROP INDEX audit_by_subject;
DROP INDEX intake_rows_document;
ALTER TABLE intake_rows DROP COLUMN is_in_hand;
