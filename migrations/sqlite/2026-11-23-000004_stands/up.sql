-- What hangs on stands, and what was seen on them when they were checked. No persons: who acted stands in the audit trail.

-- A sheet or poster as it was printed: to be compared with what would be printed now.
CREATE TABLE hanging (
    organization TEXT NOT NULL REFERENCES organizations (code),
    -- What its code opens: a document; the shelf of the organization itself for the poster.
    code TEXT NOT NULL REFERENCES codes (code),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title_kk TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    -- None on a specimen.
    host TEXT,
    since TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('told', 'opened')),
    PRIMARY KEY (organization, code)
) STRICT;

CREATE TABLE checks (
    id TEXT NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (code),
    -- Who walks along the wall; none once the check is over.
    user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
    started_at_us INTEGER NOT NULL,
    finished_at_us INTEGER CHECK (finished_at_us >= started_at_us),
    found INTEGER NOT NULL DEFAULT 0 CHECK (found >= 0),
    missing INTEGER NOT NULL DEFAULT 0 CHECK (missing >= 0),
    foreign_to_it INTEGER NOT NULL DEFAULT 0 CHECK (foreign_to_it >= 0),
    older INTEGER NOT NULL DEFAULT 0 CHECK (older >= 0),
    unknown INTEGER NOT NULL DEFAULT 0 CHECK (unknown >= 0),
    CHECK (finished_at_us IS NULL OR user_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX one_open_check ON checks (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX checks_by_organization ON checks (organization);

CREATE TABLE sightings (
    check_id TEXT NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (length(code) = 7),
    -- The organization that the address named; empty where it named none.
    stand TEXT NOT NULL CHECK (stand = '' OR length(stand) = 7),
    verdict TEXT NOT NULL CHECK (verdict IN ('found', 'missing', 'foreign', 'older', 'unknown')),
    PRIMARY KEY (check_id, code, stand)
) STRICT;

-- A link on a page is neither scanned nor shared. SQLite changes no check, so the table is made anew.
ALTER TABLE openings RENAME TO earlier_openings;
CREATE TABLE openings (
    day TEXT NOT NULL,
    document TEXT NOT NULL,
    organization TEXT NOT NULL,
    lang TEXT NOT NULL,
    reader TEXT NOT NULL CHECK (reader IN ('human', 'robot')),
    way TEXT NOT NULL CHECK (way IN ('scanned', 'shared', 'followed')),
    count INTEGER NOT NULL,
    PRIMARY KEY (day, document, organization, lang, reader, way)
) STRICT;
INSERT INTO openings SELECT * FROM earlier_openings;
DROP TABLE earlier_openings;

-- When the stand of each organization was last opened.
CREATE INDEX openings_by_organization ON openings (reader, way, organization, day);

-- A check that is over is kept as it was, with what was seen.
CREATE TRIGGER checks_over_no_update BEFORE UPDATE ON checks WHEN OLD.finished_at_us IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: a check that is over is kept'); END;
CREATE TRIGGER checks_over_no_delete BEFORE DELETE ON checks WHEN OLD.finished_at_us IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: a check that is over is kept'); END;
CREATE TRIGGER sightings_over_no_insert BEFORE INSERT ON sightings
WHEN EXISTS (SELECT 1 FROM checks WHERE id = NEW.check_id AND finished_at_us IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'append-only: a check that is over is kept'); END;
CREATE TRIGGER sightings_over_no_update BEFORE UPDATE ON sightings
WHEN EXISTS (SELECT 1 FROM checks WHERE id IN (OLD.check_id, NEW.check_id) AND finished_at_us IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'append-only: a check that is over is kept'); END;
CREATE TRIGGER sightings_over_no_delete BEFORE DELETE ON sightings
WHEN EXISTS (SELECT 1 FROM checks WHERE id = OLD.check_id AND finished_at_us IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'append-only: a check that is over is kept'); END;
