ALTER TABLE draft_files DROP COLUMN role;
ALTER TABLE attachments DROP COLUMN role;
