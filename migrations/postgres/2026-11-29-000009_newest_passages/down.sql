ALTER TABLE passages DROP COLUMN lexemes;
ALTER TABLE passages ADD COLUMN lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(string_to_array(words, ' '))
) STORED;
CREATE INDEX passages_by_word ON passages USING gin (lexemes);
