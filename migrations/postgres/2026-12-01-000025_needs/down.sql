DROP TABLE letters_out;
DROP TABLE mail_wishes;
DROP TABLE needs_addresses;
DROP INDEX drafts_by_creation;
DROP TABLE stray_codes;
