-- The register: what is published never changes; triggers refuse it, whatever a program does.
-- Ids are UUIDs as text, days are ISO 8601 text, instants are microseconds since 1970-01-01 UTC.

CREATE TABLE state (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    -- Leaves of the ledger so far.
    revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0),
    -- Changes of anything that a page shows, public or not: the key of every cache.
    changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0),
    confirmed_host TEXT
) STRICT;

CREATE TABLE codes (
    code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 7),
    status TEXT NOT NULL CHECK (status IN ('reserved', 'kept')),
    created_at_us INTEGER NOT NULL
) STRICT;

CREATE TABLE organizations (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE REFERENCES codes (code),
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    is_union INTEGER NOT NULL CHECK (is_union IN (0, 1)),
    kind TEXT NOT NULL,
    district TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'dissolved'))
) STRICT;
CREATE UNIQUE INDEX one_union ON organizations (is_union) WHERE is_union = 1;

CREATE TABLE organization_names (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    since TEXT,
    recorded_at_us INTEGER NOT NULL,
    UNIQUE (organization_id, ordinal),
    CHECK (name_kk <> '' OR name_ru <> '' OR name_en <> '')
) STRICT;

CREATE TABLE successions (
    id TEXT NOT NULL PRIMARY KEY,
    from_id TEXT NOT NULL REFERENCES organizations (id),
    to_id TEXT NOT NULL REFERENCES organizations (id),
    relation TEXT NOT NULL CHECK (relation IN ('merge', 'split')),
    on_day TEXT NOT NULL,
    recorded_at_us INTEGER NOT NULL,
    CHECK (from_id <> to_id)
) STRICT;

-- Personal data, given with consent: may be changed and erased, and never enters the ledger.
CREATE TABLE contacts (
    organization_id TEXT NOT NULL PRIMARY KEY REFERENCES organizations (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    whatsapp TEXT NOT NULL,
    room TEXT NOT NULL,
    confirmed_on TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE REFERENCES codes (code),
    owner_id TEXT NOT NULL REFERENCES organizations (id),
    kind TEXT NOT NULL,
    title_kk TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    concerns_kk TEXT NOT NULL,
    concerns_ru TEXT NOT NULL,
    concerns_en TEXT NOT NULL,
    applies_to TEXT NOT NULL,
    successor_id TEXT REFERENCES documents (id),
    created_at_us INTEGER NOT NULL,
    CHECK (successor_id IS NULL OR successor_id <> id)
) STRICT;

CREATE TABLE files (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    media_type TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    signed_on TEXT,
    effective_from TEXT NOT NULL,
    term_end TEXT CHECK (term_end IS NULL OR term_end >= effective_from),
    prolongation TEXT NOT NULL CHECK (prolongation IN ('none', 'until_replaced')),
    corrects INTEGER CHECK (corrects IS NULL OR corrects < ordinal),
    published_at_us INTEGER NOT NULL,
    UNIQUE (document_id, ordinal),
    FOREIGN KEY (document_id, corrects) REFERENCES versions (document_id, ordinal)
) STRICT;

CREATE TABLE texts (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    authenticity TEXT NOT NULL CHECK (authenticity IN ('authentic', 'translation')),
    sha256 TEXT NOT NULL REFERENCES files (sha256),
    file_name TEXT NOT NULL,
    recorded_at_us INTEGER NOT NULL,
    UNIQUE (version_id, lang)
) STRICT;

CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    title TEXT NOT NULL,
    dated_on TEXT,
    sha256 TEXT NOT NULL REFERENCES files (sha256),
    file_name TEXT NOT NULL,
    recorded_at_us INTEGER NOT NULL,
    UNIQUE (version_id, ordinal)
) STRICT;

CREATE TABLE facts (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    kind TEXT NOT NULL,
    on_day TEXT,
    detail TEXT NOT NULL,
    -- Hides the reason in the ledger: the leaf holds the hash of salt and reason.
    salt TEXT NOT NULL,
    recorded_at_us INTEGER NOT NULL
) STRICT;

-- Derived from the main file, so it may be made again.
CREATE TABLE bodies (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES texts (id),
    extractor TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE leaves (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
    leaf TEXT NOT NULL,
    appended_at_us INTEGER NOT NULL
) STRICT;

CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    signed_on TEXT,
    effective_from TEXT,
    term_end TEXT,
    prolongation TEXT NOT NULL,
    corrects INTEGER,
    -- The latest record of the document when the draft was last previewed; a publication must have seen it.
    previewed_us INTEGER,
    created_at_us INTEGER NOT NULL
) STRICT;

CREATE TABLE draft_files (
    id TEXT NOT NULL PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    -- A text's language; empty for an attachment.
    lang TEXT NOT NULL CHECK (lang IN ('', 'kk', 'ru', 'en')),
    authenticity TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    dated_on TEXT,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    file_name TEXT NOT NULL,
    extractor TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE CHECK (login <> ''),
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('admin', 'chair')),
    created_at_us INTEGER NOT NULL
) STRICT;

CREATE TABLE user_organizations (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    PRIMARY KEY (user_id, organization_id)
) STRICT;

CREATE TABLE invitations (
    token_hash TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('admin', 'chair')),
    organization_id TEXT REFERENCES organizations (id),
    expires_at_us INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at_us INTEGER NOT NULL,
    expires_at_us INTEGER NOT NULL
) STRICT;

-- Openings without people: no address, no device, no cookie.
CREATE TABLE openings (
    day TEXT NOT NULL,
    document TEXT NOT NULL,
    organization TEXT NOT NULL,
    lang TEXT NOT NULL,
    reader TEXT NOT NULL CHECK (reader IN ('human', 'robot')),
    way TEXT NOT NULL CHECK (way IN ('scanned', 'shared')),
    count INTEGER NOT NULL,
    PRIMARY KEY (day, document, organization, lang, reader, way)
) STRICT;

-- Who did what.
CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at_us INTEGER NOT NULL,
    -- A user's id, or the command line.
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;

CREATE INDEX organization_names_by_organization ON organization_names (organization_id);
CREATE INDEX versions_by_document ON versions (document_id);
CREATE INDEX facts_by_version ON facts (version_id);
CREATE INDEX texts_by_file ON texts (sha256);
CREATE INDEX attachments_by_file ON attachments (sha256);
CREATE INDEX drafts_by_document ON drafts (document_id);
CREATE INDEX draft_files_by_draft ON draft_files (draft_id);

-- What is published, recorded or kept is never changed and never deleted.

CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions
BEGIN SELECT RAISE(ABORT, 'append-only: update of versions is refused'); END;

CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'append-only: delete of versions is refused'); END;

CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'append-only: update of texts is refused'); END;

CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'append-only: delete of texts is refused'); END;

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'append-only: update of attachments is refused'); END;

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'append-only: delete of attachments is refused'); END;

CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'append-only: update of facts is refused'); END;

CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'append-only: delete of facts is refused'); END;

CREATE TRIGGER leaves_no_update BEFORE UPDATE ON leaves
BEGIN SELECT RAISE(ABORT, 'append-only: update of leaves is refused'); END;

CREATE TRIGGER leaves_no_delete BEFORE DELETE ON leaves
BEGIN SELECT RAISE(ABORT, 'append-only: delete of leaves is refused'); END;

CREATE TRIGGER files_no_update BEFORE UPDATE ON files
BEGIN SELECT RAISE(ABORT, 'append-only: update of files is refused'); END;

CREATE TRIGGER files_no_delete BEFORE DELETE ON files
BEGIN SELECT RAISE(ABORT, 'append-only: delete of files is refused'); END;

CREATE TRIGGER organization_names_no_update BEFORE UPDATE ON organization_names
BEGIN SELECT RAISE(ABORT, 'append-only: update of organization_names is refused'); END;

CREATE TRIGGER organization_names_no_delete BEFORE DELETE ON organization_names
BEGIN SELECT RAISE(ABORT, 'append-only: delete of organization_names is refused'); END;

CREATE TRIGGER successions_no_update BEFORE UPDATE ON successions
BEGIN SELECT RAISE(ABORT, 'append-only: update of successions is refused'); END;

CREATE TRIGGER successions_no_delete BEFORE DELETE ON successions
BEGIN SELECT RAISE(ABORT, 'append-only: delete of successions is refused'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'append-only: update of audit is refused'); END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'append-only: delete of audit is refused'); END;

CREATE TRIGGER codes_kept_no_update BEFORE UPDATE ON codes WHEN OLD.status = 'kept' OR NEW.code <> OLD.code
BEGIN SELECT RAISE(ABORT, 'append-only: a kept code lives for ever'); END;
CREATE TRIGGER codes_kept_no_delete BEFORE DELETE ON codes WHEN OLD.status = 'kept'
BEGIN SELECT RAISE(ABORT, 'append-only: a kept code lives for ever'); END;
CREATE TRIGGER organizations_keep_code BEFORE UPDATE ON organizations WHEN NEW.code <> OLD.code OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'append-only: an organization keeps its code'); END;
CREATE TRIGGER documents_keep_code BEFORE UPDATE ON documents
WHEN NEW.code <> OLD.code OR NEW.id <> OLD.id OR NEW.owner_id <> OLD.owner_id OR NEW.kind <> OLD.kind
BEGIN SELECT RAISE(ABORT, 'append-only: a document keeps its code, owner and kind'); END;
CREATE TRIGGER leaves_dense BEFORE INSERT ON leaves
WHEN NEW.number <> coalesce((SELECT max(number) + 1 FROM leaves), 0)
BEGIN SELECT RAISE(ABORT, 'append-only: leaves are numbered without a gap'); END;
CREATE TRIGGER state_only_grows BEFORE UPDATE ON state WHEN NEW.revision < OLD.revision OR NEW.changes < OLD.changes
BEGIN SELECT RAISE(ABORT, 'append-only: the revision only grows'); END;
CREATE TRIGGER state_no_delete BEFORE DELETE ON state
BEGIN SELECT RAISE(ABORT, 'append-only: the state is one row'); END;


INSERT INTO state (id) VALUES (1);
