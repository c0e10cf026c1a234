-- What each change touched, so that a process drops only that of what it holds. Old rows are removed.
CREATE TABLE changes (
    -- What state.changes was after it.
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('union', 'organization', 'document', 'codes', 'checks', 'texts')),
    -- The id of the organization or document; empty for the others.
    id TEXT NOT NULL,
    -- A random text of this change: histories that went different ways from one number on are told apart.
    stamp TEXT NOT NULL DEFAULT left(replace(gen_random_uuid()::text, '-', ''), 16),
    PRIMARY KEY (seq, kind, id)
);
INSERT INTO changes (seq, kind, id) SELECT changes, 'union', '' FROM state;

-- Numbers are ordered and compared by their bytes on both engines.
ALTER TABLE organizations ALTER COLUMN number TYPE TEXT COLLATE "C";

CREATE INDEX documents_by_owner ON documents (owner_id, kind);
CREATE INDEX organizations_by_folded_number ON organizations (upper(number));
CREATE INDEX successions_by_from ON successions (from_id);
CREATE INDEX successions_by_to ON successions (to_id);
CREATE INDEX versions_by_publication ON versions (published_at_us);
CREATE INDEX facts_by_record ON facts (recorded_at_us);
CREATE INDEX facts_of_erasure ON facts (version_id) WHERE kind = 'erased';

-- By which words documents and organizations themselves are found: derived, so that it may be made again.
CREATE TABLE names (
    -- The higher the number, the earlier it is looked at where a word is everywhere.
    id BIGINT NOT NULL PRIMARY KEY,
    -- The id of the document or organization.
    subject_id TEXT NOT NULL UNIQUE,
    is_document BIGINT NOT NULL CHECK (is_document IN (0, 1)),
    words TEXT NOT NULL,
    lexemes TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
);
CREATE INDEX names_by_word ON names USING gin (lexemes);
CREATE TRIGGER names_no_update BEFORE UPDATE ON names
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_changed_passage();
-- Words are ordered by their bytes on both engines, so that the beginning of a word is a range.
ALTER TABLE vocabulary ALTER COLUMN word TYPE TEXT COLLATE "C";
