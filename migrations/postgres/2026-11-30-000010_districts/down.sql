-- The words of names are derived: another version of the program makes its own.
DELETE FROM names;
