-- Organizations are found by their districts too: their words are made again when the register opens.
DELETE FROM names;
