-- What a search finds, derived from the bodies, so that it may be made again.

-- Texts whose passages are there, and the version of the words under which they were indexed.
CREATE TABLE indexed_texts (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES texts (id),
    indexer TEXT NOT NULL
);

-- The higher the number, the earlier a passage is looked at where a word is everywhere: the union's own documents have
-- numbers of their own above all others.
CREATE TABLE passages (
    id BIGINT NOT NULL PRIMARY KEY,
    text_id TEXT NOT NULL REFERENCES texts (id),
    -- The code of the document, then the indexed words of the heading, a bar, and those of the content.
    words TEXT NOT NULL,
    anchor TEXT NOT NULL,
    heading TEXT NOT NULL,
    content TEXT NOT NULL,
    -- The words are ready: no parser and no dictionary of the server's locale may touch them.
    lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
);
CREATE INDEX passages_by_text ON passages (text_id);
CREATE INDEX passages_by_word ON passages USING gin (lexemes);

-- Every indexed word, and how many passages have it.
CREATE TABLE vocabulary (
    word TEXT NOT NULL PRIMARY KEY,
    passages BIGINT NOT NULL CHECK (passages >= 0)
);

CREATE FUNCTION refuse_changed_passage() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a passage is made again, never changed'; END $$;
CREATE TRIGGER passages_no_update BEFORE UPDATE ON passages
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_changed_passage();
