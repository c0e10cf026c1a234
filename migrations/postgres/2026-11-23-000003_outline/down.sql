ALTER TABLE draft_files DROP COLUMN recipe;
ALTER TABLE bodies DROP COLUMN recipe;
