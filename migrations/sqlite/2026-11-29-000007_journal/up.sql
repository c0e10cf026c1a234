-- What each change touched, so that a process drops only that of what it holds. Old rows are removed.
CREATE TABLE changes (
    -- What state.changes was after it.
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('union', 'organization', 'document', 'codes', 'checks', 'texts')),
    -- The id of the organization or document; empty for the others.
    id TEXT NOT NULL,
    -- A random text of this change: histories that went different ways from one number on are told apart.
    stamp TEXT NOT NULL DEFAULT (lower(hex(randomblob(8)))),
    PRIMARY KEY (seq, kind, id)
) STRICT;
INSERT INTO changes (seq, kind, id) SELECT changes, 'union', '' FROM state;

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
    id INTEGER NOT NULL PRIMARY KEY,
    -- The id of the document or organization.
    subject_id TEXT NOT NULL UNIQUE,
    is_document INTEGER NOT NULL CHECK (is_document IN (0, 1)),
    words TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE name_words USING fts5 (
    words, content = 'names', content_rowid = 'id', tokenize = 'ascii', detail = 'none', columnsize = 0
);
INSERT INTO name_words (name_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER names_enter_index AFTER INSERT ON names
BEGIN INSERT INTO name_words (rowid, words) VALUES (NEW.id, NEW.words); END;
CREATE TRIGGER names_leave_index AFTER DELETE ON names
BEGIN INSERT INTO name_words (name_words, rowid, words) VALUES ('delete', OLD.id, OLD.words); END;
CREATE TRIGGER names_no_update BEFORE UPDATE ON names
BEGIN SELECT RAISE(ABORT, 'a name is made again, never changed'); END;
