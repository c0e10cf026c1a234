-- Addresses of programs that are told of public changes. The secret is kept as it is, because messages are signed with it; the
-- one before it signs as well for a while. Who sends to one has taken it until a moment, after which another may go on.
CREATE TABLE webhooks (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    -- What it is told of, parted by spaces.
    events TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'failed', 'gone')),
    secret TEXT NOT NULL,
    secret_before TEXT NOT NULL DEFAULT '',
    before_until_us BIGINT NOT NULL DEFAULT 0,
    created_at_us BIGINT NOT NULL,
    taken_until_us BIGINT NOT NULL DEFAULT 0
);

-- What they are told, written in the transaction of the change: in the order of the numbers, each until it arrives.
CREATE TABLE deliveries (
    number BIGSERIAL PRIMARY KEY,
    webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    -- What the message is known by.
    message TEXT NOT NULL,
    -- Empty for a message that somebody sends to see whether it arrives.
    event TEXT NOT NULL,
    content TEXT NOT NULL,
    at_us BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    tried_at_us BIGINT,
    next_at_us BIGINT NOT NULL,
    -- The status of the last answer, or why there was none.
    status BIGINT,
    problem TEXT NOT NULL DEFAULT '',
    is_done BIGINT NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1))
);
CREATE INDEX deliveries_waiting ON deliveries (webhook_id, number) WHERE is_done = 0;
CREATE INDEX deliveries_of ON deliveries (webhook_id, number);
CREATE INDEX deliveries_at ON deliveries (at_us);
