-- Tokens of programs: each is of a person, and may do no more than that person. Stored only as hashes; one that is revoked
-- is deleted, and the audit trail keeps its name.
CREATE TABLE api_tokens (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- What it may do, parted by spaces.
    scopes TEXT NOT NULL,
    created_at_us BIGINT NOT NULL,
    expires_at_us BIGINT NOT NULL,
    -- The day on which it was last used. Nothing more is kept.
    used_on TEXT
);
CREATE UNIQUE INDEX api_tokens_by_user ON api_tokens (user_id, name);

-- What a program sent under a key (Idempotency-Key): the same key with something else is refused. Empty for forms.
ALTER TABLE submissions ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
