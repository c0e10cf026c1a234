-- Forms that made something lately: one that is sent twice makes one thing. The key is a hash of who sent what, and says
-- nothing of either.
CREATE TABLE submissions (
    key TEXT PRIMARY KEY,
    made TEXT NOT NULL,
    sent_at_us BIGINT NOT NULL
);
CREATE INDEX submissions_sent ON submissions (sent_at_us);

-- Agreements whose term ends, and those that were signed lately.
CREATE INDEX versions_term_end ON versions (term_end);
CREATE INDEX versions_signed_on ON versions (signed_on);
