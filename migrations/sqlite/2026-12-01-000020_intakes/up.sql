-- Many agreements that came at once, until each is published or put away. The key is a hash of who sent what: the same
-- files sent twice are one delivery. Who prepares it has taken it until a moment, after which another may go on.
CREATE TABLE intakes (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    made_by TEXT NOT NULL,
    made_at_us BIGINT NOT NULL,
    is_ready BIGINT NOT NULL DEFAULT 0 CHECK (is_ready IN (0, 1)),
    dates TEXT NOT NULL,
    taken_until_us BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX intakes_waiting ON intakes (made_at_us) WHERE is_ready = 0;

-- A file that came: whose it is once that is known, or what is wrong with it.
CREATE TABLE intake_files (
    intake_id TEXT NOT NULL REFERENCES intakes (id) ON DELETE CASCADE,
    ordinal BIGINT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    organization_id TEXT,
    lang TEXT NOT NULL DEFAULT '' CHECK (lang IN ('', 'kk', 'ru', 'en')),
    problem TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (intake_id, ordinal)
);
CREATE INDEX intake_files_sha256 ON intake_files (sha256);

-- What became of the files of one organization: a draft, and later an edition.
CREATE TABLE intake_rows (
    intake_id TEXT NOT NULL REFERENCES intakes (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    is_new_document BIGINT NOT NULL CHECK (is_new_document IN (0, 1)),
    draft_id TEXT,
    found TEXT NOT NULL,
    -- How often the draft was changed since: what was found in it may be another thing then.
    changes BIGINT NOT NULL DEFAULT 0,
    edition BIGINT,
    PRIMARY KEY (intake_id, organization_id)
);
CREATE INDEX intake_rows_draft ON intake_rows (draft_id);
