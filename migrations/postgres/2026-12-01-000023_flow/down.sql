DROP INDEX versions_effective_from;
DROP TABLE letters;
DROP TABLE proposal_files;
DROP TABLE proposals;
DROP TABLE second_looks;
DROP TABLE looks;
ALTER TABLE state DROP COLUMN four_eyes;
