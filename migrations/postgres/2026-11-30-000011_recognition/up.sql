-- The words of pages that are pictures, as a program recognised them: a page of a file, whoever has that file. A page
-- without an engine waits; who works on it has taken it until a moment, after which another may try. Its words are entered
-- once they stand in the bodies of the texts that have the file.
CREATE TABLE recognised_pages (
    sha256 TEXT NOT NULL,
    page BIGINT NOT NULL,
    engine TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    tries BIGINT NOT NULL DEFAULT 0,
    asked_at_us BIGINT NOT NULL,
    taken_until_us BIGINT NOT NULL DEFAULT 0,
    is_entered BIGINT NOT NULL DEFAULT 0 CHECK (is_entered IN (0, 1)),
    PRIMARY KEY (sha256, page)
);
CREATE INDEX recognised_pages_waiting ON recognised_pages (asked_at_us, sha256, page) WHERE engine = '';
CREATE INDEX recognised_pages_to_be_entered ON recognised_pages (sha256) WHERE engine <> '' AND is_entered = 0;
