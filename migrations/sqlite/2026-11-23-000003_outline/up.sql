-- How a body is made from its file where that is not plain: which half of a bilingual file, and which headings a person
-- corrected. It stands beside what it made, so that it goes when a text is erased.
ALTER TABLE bodies ADD COLUMN recipe TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_files ADD COLUMN recipe TEXT NOT NULL DEFAULT '';
