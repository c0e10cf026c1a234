-- Codes that were asked for and that nothing has, by day: no persons. Empty for all those of a day for which there was no room.
CREATE TABLE stray_codes (
    day TEXT NOT NULL,
    code TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (day, code)
);

-- Drafts that wait.
CREATE INDEX drafts_by_creation ON drafts (created_at_us);

-- The secret address at which a person's calendar and feed reader ask what needs the person. Stored only as a hash.
CREATE TABLE needs_addresses (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    made_at_us BIGINT NOT NULL
);

-- Who wants the weekly letter, and where to. The address is all that is known; it goes when the person wants no more letters.
CREATE TABLE mail_wishes (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    lang TEXT NOT NULL CHECK (lang IN ('kk', 'ru', 'en')),
    -- Stands in every letter: all that it does is to end them.
    stop_token TEXT NOT NULL UNIQUE,
    asked_at_us BIGINT NOT NULL,
    -- The link of the letter that confirms the address, as a hash.
    confirm_hash TEXT UNIQUE,
    confirm_until_us BIGINT,
    confirmed_at_us BIGINT
);

-- Letters, one row each: who sends one takes its row. What became of it is kept for some weeks, so that none is sent twice.
CREATE TABLE letters_out (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- The Monday of its week, or confirm.
    letter TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'empty', 'failed', 'unsettled')),
    tries BIGINT NOT NULL,
    -- Not before then; of one that is being sent: no longer than then.
    due_us BIGINT NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (user_id, letter)
);
CREATE INDEX letters_out_due ON letters_out (state, due_us);
