-- What a search finds, derived from the bodies, so that it may be made again.

-- Texts whose passages are there, and the version of the words under which they were indexed.
CREATE TABLE indexed_texts (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES texts (id),
    indexer TEXT NOT NULL
) STRICT;

-- The higher the number, the earlier a passage is looked at where a word is everywhere: the union's own documents have
-- numbers of their own above all others.
CREATE TABLE passages (
    id INTEGER NOT NULL PRIMARY KEY,
    text_id TEXT NOT NULL REFERENCES texts (id),
    -- The code of the document, then the indexed words of the heading, a bar, and those of the content.
    words TEXT NOT NULL,
    anchor TEXT NOT NULL,
    heading TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_text ON passages (text_id);

-- Every indexed word, and how many passages have it.
CREATE TABLE vocabulary (
    word TEXT NOT NULL PRIMARY KEY,
    passages INTEGER NOT NULL CHECK (passages >= 0)
) STRICT, WITHOUT ROWID;

-- The words are ready: the tokenizer only cuts at spaces and never folds a letter that it knows better.
CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = 'passages', content_rowid = 'id', tokenize = 'ascii', detail = 'none', columnsize = 0
);
-- What is erased leaves the index at once, not only when its parts are merged some day.
INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER passages_enter_index AFTER INSERT ON passages
BEGIN INSERT INTO passage_words (rowid, words) VALUES (NEW.id, NEW.words); END;
CREATE TRIGGER passages_leave_index AFTER DELETE ON passages
BEGIN INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', OLD.id, OLD.words); END;
CREATE TRIGGER passages_no_update BEFORE UPDATE ON passages
BEGIN SELECT RAISE(ABORT, 'a passage is made again, never changed'); END;
