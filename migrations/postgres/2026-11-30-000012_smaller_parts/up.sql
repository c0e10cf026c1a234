-- Passages and names carry a word for the part of the register that their number lies in, 4,096 numbers each, and names one
-- for what has them. Who asks for a word that is everywhere asks for the newest parts first, and the index passes over all
-- others.
ALTER TABLE passages DROP COLUMN lexemes;
ALTER TABLE passages ADD COLUMN lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(array_append(string_to_array(words, ' '), '#' || (id >> 12)::text))
) STORED;
CREATE INDEX passages_by_word ON passages USING gin (lexemes);
ALTER TABLE names DROP COLUMN lexemes;
ALTER TABLE names ADD COLUMN lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (
    array_to_tsvector(
        string_to_array(words, ' ')
        || ARRAY['#' || (id >> 12)::text, CASE is_document WHEN 1 THEN '#document' ELSE '#organization' END]
    )
) STORED;
CREATE INDEX names_by_word ON names USING gin (lexemes);
