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
);

CREATE TABLE checks (
    id TEXT NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organizations (code),
    -- Who walks along the wall; none once the check is over.
    user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
    started_at_us BIGINT NOT NULL,
    finished_at_us BIGINT CHECK (finished_at_us >= started_at_us),
    found BIGINT NOT NULL DEFAULT 0 CHECK (found >= 0),
    missing BIGINT NOT NULL DEFAULT 0 CHECK (missing >= 0),
    foreign_to_it BIGINT NOT NULL DEFAULT 0 CHECK (foreign_to_it >= 0),
    older BIGINT NOT NULL DEFAULT 0 CHECK (older >= 0),
    unknown BIGINT NOT NULL DEFAULT 0 CHECK (unknown >= 0),
    CHECK (finished_at_us IS NULL OR user_id IS NULL)
);
CREATE UNIQUE INDEX one_open_check ON checks (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX checks_by_organization ON checks (organization);

CREATE TABLE sightings (
    check_id TEXT NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (length(code) = 7),
    -- The organization that the address named; empty where it named none.
    stand TEXT NOT NULL CHECK (stand = '' OR length(stand) = 7),
    verdict TEXT NOT NULL CHECK (verdict IN ('found', 'missing', 'foreign', 'older', 'unknown')),
    PRIMARY KEY (check_id, code, stand)
);

-- A link on a page is neither scanned nor shared.
ALTER TABLE openings DROP CONSTRAINT openings_way_check;
ALTER TABLE openings ADD CONSTRAINT openings_way_check CHECK (way IN ('scanned', 'shared', 'followed'));

-- When the stand of each organization was last opened.
CREATE INDEX openings_by_organization ON openings (reader, way, organization, day);

-- A check that is over is kept as it was, with what was seen.
CREATE TRIGGER checks_over_no_update BEFORE UPDATE ON checks
    FOR EACH ROW WHEN (OLD.finished_at_us IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checks_over_no_delete BEFORE DELETE ON checks
    FOR EACH ROW WHEN (OLD.finished_at_us IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checks_no_truncate BEFORE TRUNCATE ON checks
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM checks WHERE id IN (OLD.check_id, NEW.check_id) AND finished_at_us IS NOT NULL) THEN
        RAISE EXCEPTION 'append-only: a check that is over is kept';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER sightings_over_no_change BEFORE INSERT OR UPDATE OR DELETE ON sightings
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_check();
CREATE TRIGGER sightings_no_truncate BEFORE TRUNCATE ON sightings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
