-- Whether another person looks at what is published: not at all, before, or after.
ALTER TABLE state ADD COLUMN four_eyes TEXT NOT NULL DEFAULT 'off' CHECK (four_eyes IN ('off', 'before', 'after'));

-- Who asked for the look at a draft, and what the draft was like in short: one that changed must be asked for anew.
CREATE TABLE looks (
    draft_id TEXT NOT NULL PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE,
    asked_by TEXT NOT NULL,
    asked_at_us BIGINT NOT NULL,
    seen_state TEXT NOT NULL
);

-- Editions that were published at once, and what another person said of them.
CREATE TABLE second_looks (
    version_id TEXT NOT NULL PRIMARY KEY REFERENCES versions (id),
    published_by TEXT NOT NULL,
    since_us BIGINT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('due', 'confirmed', 'doubted')),
    looked_by TEXT,
    looked_at_us BIGINT,
    doubt TEXT NOT NULL DEFAULT ''
);
CREATE INDEX second_looks_open ON second_looks (verdict, since_us);

-- What schools propose: a document or its next edition.
CREATE TABLE proposals (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    -- None for a document that is yet to be added.
    document_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    effective_from TEXT,
    note TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at_us BIGINT NOT NULL,
    -- The draft that was made of it, as long as there is one.
    draft_id TEXT REFERENCES drafts (id) ON DELETE SET NULL,
    -- The edition that it became.
    ordinal BIGINT,
    -- Why it was declined.
    reason TEXT,
    settled_at_us BIGINT,
    CHECK ((settled_at_us IS NULL) = (ordinal IS NULL AND reason IS NULL))
);
CREATE INDEX proposals_by_organization ON proposals (organization_id, proposed_at_us);
CREATE INDEX proposals_by_draft ON proposals (draft_id);
CREATE INDEX proposals_settled ON proposals (settled_at_us);

-- The texts of what is proposed, until a draft has them.
CREATE TABLE proposal_files (
    proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    sha256 TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    file_name TEXT NOT NULL,
    recipe TEXT NOT NULL,
    PRIMARY KEY (proposal_id, lang)
);
CREATE INDEX proposal_files_by_checksum ON proposal_files (sha256);

-- What chairs write to the office, with its answer.
CREATE TABLE letters (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    words TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at_us BIGINT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at_us BIGINT,
    CHECK ((answer IS NULL) = (answered_at_us IS NULL))
);
CREATE INDEX letters_by_organization ON letters (organization_id, written_at_us);
CREATE INDEX letters_answered ON letters (answered_at_us);

-- Editions that take over on a later day.
CREATE INDEX versions_effective_from ON versions (effective_from);
