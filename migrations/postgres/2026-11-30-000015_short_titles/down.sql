ALTER TABLE state DROP COLUMN phone;
ALTER TABLE documents DROP COLUMN short_en;
ALTER TABLE documents DROP COLUMN short_ru;
ALTER TABLE documents DROP COLUMN short_kk;
