-- Passkeys (W3C Web Authentication): public keys with which people sign in.
CREATE TABLE passkeys (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    -- How the device names it, in Base64 for addresses.
    credential_id TEXT NOT NULL,
    -- The public key with what was learnt of the device, as JSON. Nothing of it is secret.
    credential TEXT NOT NULL,
    -- How often the device says that it signed; 0 where it does not count.
    counter INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    -- The day on which it was last used. Nothing more is kept.
    used_on TEXT
) STRICT;
CREATE UNIQUE INDEX passkeys_by_credential ON passkeys (credential_id);
CREATE INDEX passkeys_by_user ON passkeys (user_id);

-- What was begun in a browser and is awaited from it, for some minutes: known by the hash of a token that the browser
-- keeps, and taken once.
CREATE TABLE ceremonies (
    token_hash TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    expires_at_us INTEGER NOT NULL
) STRICT;
CREATE INDEX ceremonies_by_end ON ceremonies (expires_at_us);

-- Accounts at an OpenID Connect provider with which people sign in: one of each person.
CREATE TABLE provider_accounts (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    connected_on TEXT NOT NULL,
    used_on TEXT,
    PRIMARY KEY (issuer, subject)
) STRICT;
CREATE UNIQUE INDEX provider_accounts_by_user ON provider_accounts (user_id);
