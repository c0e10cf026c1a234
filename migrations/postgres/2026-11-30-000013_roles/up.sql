-- What a further file is to the texts of its version: an annex, an agreement that changes them, or what was signed where they are
-- a public copy.
ALTER TABLE attachments ADD COLUMN role TEXT NOT NULL DEFAULT 'annex' CHECK (role IN ('annex', 'amendment', 'signed_original', 'closed_original'));
ALTER TABLE draft_files ADD COLUMN role TEXT NOT NULL DEFAULT 'annex' CHECK (role IN ('annex', 'amendment', 'signed_original', 'closed_original'));
