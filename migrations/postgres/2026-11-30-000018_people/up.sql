-- Roles of those who prepare drafts and of those who publish.
ALTER TABLE users DROP CONSTRAINT users_role_check;
ALTER TABLE users ADD CONSTRAINT users_role_check CHECK (role IN ('admin', 'publisher', 'editor', 'chair'));
ALTER TABLE invitations DROP CONSTRAINT invitations_role_check;
ALTER TABLE invitations ADD CONSTRAINT invitations_role_check CHECK (role IN ('admin', 'publisher', 'editor', 'chair'));
-- The day of the last sign-in.
ALTER TABLE users ADD COLUMN signed_in_on TEXT;

-- The person who sets a new password with it; none where it makes a new person.
ALTER TABLE invitations ADD COLUMN user_id TEXT REFERENCES users (id) ON DELETE CASCADE;
-- For whom it is, in the words of the one who invites.
ALTER TABLE invitations ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- In which browser, in words such as "Chrome, Android", and on which day it was last used. Nothing more is kept.
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN used_on TEXT;
-- Whether the code of the second factor has yet to come: until then it opens nothing.
ALTER TABLE sessions ADD COLUMN awaits_code BIGINT NOT NULL DEFAULT 0 CHECK (awaits_code IN (0, 1));

-- Second factors (RFC 6238).
CREATE TABLE second_factors (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    -- In Base32. The program must know it to compare codes, so it is no hash.
    secret TEXT NOT NULL,
    -- The step of the last code that was taken: a code works once.
    last_step BIGINT NOT NULL
);

-- Recovery codes that were not used yet, as hashes.
CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);

CREATE INDEX user_organizations_by_organization ON user_organizations (organization_id);
CREATE INDEX sessions_by_user ON sessions (user_id);
CREATE INDEX audit_by_actor ON audit (actor, at_us);
