-- Passages carry a word for the part of the register that their number lies in, 16,384 numbers each. Who asks for a word
-- that is everywhere asks for the newest parts first, and the index passes over all others.
ALTER TABLE passages DROP COLUMN lexemes;
ALTER TABLE passages ADD COLUMN lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(array_append(string_to_array(words, ' '), '#' || (id >> 14)::text))
) STORED;
CREATE INDEX passages_by_word ON passages USING gin (lexemes);
