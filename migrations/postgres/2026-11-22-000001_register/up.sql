-- The register: what is published never changes; triggers refuse it, whatever a program does.
-- Ids are UUIDs as text, days are ISO 8601 text, instants are microseconds since 1970-01-01 UTC.

CREATE TABLE state (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    -- Leaves of the ledger so far.
    revision BIGINT NOT NULL DEFAULT 0 CHECK (revision >= 0),
    -- Changes of anything that a page shows, public or not: the key of every cache.
    changes BIGINT NOT NULL DEFAULT 0 CHECK (changes >= 0),
    confirmed_host TEXT
);

CREATE TABLE codes (
    code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 7),
    status TEXT NOT NULL CHECK (status IN ('reserved', 'kept')),
    created_at_us BIGINT NOT NULL
);

CREATE TABLE organizations (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE REFERENCES codes (code),
    number TEXT NOT NULL UNIQUE CHECK (number <> ''),
    is_union BIGINT NOT NULL CHECK (is_union IN (0, 1)),
    kind TEXT NOT NULL,
    district TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'dissolved'))
);
CREATE UNIQUE INDEX one_union ON organizations (is_union) WHERE is_union = 1;

CREATE TABLE organization_names (
    id TEXT NOT NULL PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    name_kk TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    since TEXT,
    recorded_at_us BIGINT NOT NULL,
    UNIQUE (organization_id, ordinal),
    CHECK (name_kk <> '' OR name_ru <> '' OR name_en <> '')
);

CREATE TABLE successions (
    id TEXT NOT NULL PRIMARY KEY,
    from_id TEXT NOT NULL REFERENCES organizations (id),
    to_id TEXT NOT NULL REFERENCES organizations (id),
    relation TEXT NOT NULL CHECK (relation IN ('merge', 'split')),
    on_day TEXT NOT NULL,
    recorded_at_us BIGINT NOT NULL,
    CHECK (from_id <> to_id)
);

-- Personal data, given with consent: may be changed and erased, and never enters the ledger.
CREATE TABLE contacts (
    organization_id TEXT NOT NULL PRIMARY KEY REFERENCES organizations (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    whatsapp TEXT NOT NULL,
    room TEXT NOT NULL,
    confirmed_on TEXT NOT NULL
);

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
    created_at_us BIGINT NOT NULL,
    CHECK (successor_id IS NULL OR successor_id <> id)
);

CREATE TABLE files (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size_bytes BIGINT NOT NULL CHECK (size_bytes > 0),
    media_type TEXT NOT NULL
);

CREATE TABLE versions (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    signed_on TEXT,
    effective_from TEXT NOT NULL,
    term_end TEXT CHECK (term_end IS NULL OR term_end >= effective_from),
    prolongation TEXT NOT NULL CHECK (prolongation IN ('none', 'until_replaced')),
    corrects BIGINT CHECK (corrects IS NULL OR corrects < ordinal),
    published_at_us BIGINT NOT NULL,
    UNIQUE (document_id, ordinal),
    FOREIGN KEY (document_id, corrects) REFERENCES versions (document_id, ordinal)
);

CREATE TABLE texts (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    authenticity TEXT NOT NULL CHECK (authenticity IN ('authentic', 'translation')),
    sha256 TEXT NOT NULL REFERENCES files (sha256),
    file_name TEXT NOT NULL,
    recorded_at_us BIGINT NOT NULL,
    UNIQUE (version_id, lang)
);

CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    ordinal BIGINT NOT NULL CHECK (ordinal >= 1),
    title TEXT NOT NULL,
    dated_on TEXT,
    sha256 TEXT NOT NULL REFERENCES files (sha256),
    file_name TEXT NOT NULL,
    recorded_at_us BIGINT NOT NULL,
    UNIQUE (version_id, ordinal)
);

CREATE TABLE facts (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    kind TEXT NOT NULL,
    on_day TEXT,
    detail TEXT NOT NULL,
    -- Hides the reason in the ledger: the leaf holds the hash of salt and reason.
    salt TEXT NOT NULL,
    recorded_at_us BIGINT NOT NULL
);

-- Derived from the main file, so it may be made again.
CREATE TABLE bodies (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES texts (id),
    extractor TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE leaves (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number >= 0),
    leaf TEXT NOT NULL,
    appended_at_us BIGINT NOT NULL
);

CREATE TABLE drafts (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    signed_on TEXT,
    effective_from TEXT,
    term_end TEXT,
    prolongation TEXT NOT NULL,
    corrects BIGINT,
    -- The latest record of the document when the draft was last previewed; a publication must have seen it.
    previewed_us BIGINT,
    created_at_us BIGINT NOT NULL
);

CREATE TABLE draft_files (
    id TEXT NOT NULL PRIMARY KEY,
    draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    -- A text's language; empty for an attachment.
    lang TEXT NOT NULL CHECK (lang IN ('', 'kk', 'ru', 'en')),
    authenticity TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    title TEXT NOT NULL,
    dated_on TEXT,
    sha256 TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    file_name TEXT NOT NULL,
    extractor TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE CHECK (login <> ''),
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('admin', 'chair')),
    created_at_us BIGINT NOT NULL
);

CREATE TABLE user_organizations (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    PRIMARY KEY (user_id, organization_id)
);

CREATE TABLE invitations (
    token_hash TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('admin', 'chair')),
    organization_id TEXT REFERENCES organizations (id),
    expires_at_us BIGINT NOT NULL
);

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at_us BIGINT NOT NULL,
    expires_at_us BIGINT NOT NULL
);

-- Openings without people: no address, no device, no cookie.
CREATE TABLE openings (
    day TEXT NOT NULL,
    document TEXT NOT NULL,
    organization TEXT NOT NULL,
    lang TEXT NOT NULL,
    reader TEXT NOT NULL CHECK (reader IN ('human', 'robot')),
    way TEXT NOT NULL CHECK (way IN ('scanned', 'shared')),
    count BIGINT NOT NULL,
    PRIMARY KEY (day, document, organization, lang, reader, way)
);

-- Who did what.
CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at_us BIGINT NOT NULL,
    -- A user's id, or the command line.
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL
);

CREATE INDEX organization_names_by_organization ON organization_names (organization_id);
CREATE INDEX versions_by_document ON versions (document_id);
CREATE INDEX facts_by_version ON facts (version_id);
CREATE INDEX texts_by_file ON texts (sha256);
CREATE INDEX attachments_by_file ON attachments (sha256);
CREATE INDEX drafts_by_document ON drafts (document_id);
CREATE INDEX draft_files_by_draft ON draft_files (draft_id);

-- What is published, recorded or kept is never changed and never deleted.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER versions_no_update BEFORE UPDATE ON versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER versions_no_delete BEFORE DELETE ON versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER versions_no_truncate BEFORE TRUNCATE ON versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER texts_no_truncate BEFORE TRUNCATE ON texts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attachments_no_truncate BEFORE TRUNCATE ON attachments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER facts_no_update BEFORE UPDATE ON facts
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER facts_no_delete BEFORE DELETE ON facts
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER facts_no_truncate BEFORE TRUNCATE ON facts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER leaves_no_update BEFORE UPDATE ON leaves
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER leaves_no_delete BEFORE DELETE ON leaves
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER leaves_no_truncate BEFORE TRUNCATE ON leaves
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER files_no_update BEFORE UPDATE ON files
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER files_no_delete BEFORE DELETE ON files
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER files_no_truncate BEFORE TRUNCATE ON files
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER organization_names_no_update BEFORE UPDATE ON organization_names
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER organization_names_no_delete BEFORE DELETE ON organization_names
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER organization_names_no_truncate BEFORE TRUNCATE ON organization_names
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER successions_no_update BEFORE UPDATE ON successions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER successions_no_delete BEFORE DELETE ON successions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER successions_no_truncate BEFORE TRUNCATE ON successions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER codes_kept_no_update BEFORE UPDATE ON codes
    FOR EACH ROW WHEN (OLD.status = 'kept' OR NEW.code <> OLD.code) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER codes_kept_no_delete BEFORE DELETE ON codes
    FOR EACH ROW WHEN (OLD.status = 'kept') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER organizations_keep_code BEFORE UPDATE ON organizations
    FOR EACH ROW WHEN (NEW.code <> OLD.code OR NEW.id <> OLD.id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER documents_keep_code BEFORE UPDATE ON documents
    FOR EACH ROW WHEN (NEW.code <> OLD.code OR NEW.id <> OLD.id OR NEW.owner_id <> OLD.owner_id OR NEW.kind <> OLD.kind)
    EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.number <> coalesce((SELECT max(number) + 1 FROM leaves), 0) THEN
        RAISE EXCEPTION 'append-only: leaves are numbered without a gap';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER leaves_dense BEFORE INSERT ON leaves FOR EACH ROW EXECUTE FUNCTION refuse_gap();
CREATE TRIGGER state_only_grows BEFORE UPDATE ON state
    FOR EACH ROW WHEN (NEW.revision < OLD.revision OR NEW.changes < OLD.changes) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER state_no_delete BEFORE DELETE ON state FOR EACH ROW EXECUTE FUNCTION refuse_change();


INSERT INTO state (id) VALUES (1);
