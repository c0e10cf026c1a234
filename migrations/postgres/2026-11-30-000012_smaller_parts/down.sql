ALTER TABLE names DROP COLUMN lexemes;
ALTER TABLE names ADD COLUMN lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
CREATE INDEX names_by_word ON names USING gin (lexemes);
ALTER TABLE passages DROP COLUMN lexemes;
ALTER TABLE passages ADD COLUMN lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(array_append(string_to_array(words, ' '), '#' || (id >> 14)::text))
) STORED;
CREATE INDEX passages_by_word ON passages USING gin (lexemes);
