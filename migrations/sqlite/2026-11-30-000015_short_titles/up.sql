-- What labels call a document whose title is too long for them; empty where the title is short enough.
ALTER TABLE documents ADD COLUMN short_kk TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN short_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN short_en TEXT NOT NULL DEFAULT '';
-- The telephone of the union's office, as it stands on sheets; empty where none is printed.
ALTER TABLE state ADD COLUMN phone TEXT NOT NULL DEFAULT '';
