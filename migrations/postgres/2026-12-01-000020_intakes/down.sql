DROP TABLE intake_rows;
DROP TABLE intake_files;
DROP TABLE intakes;
