DELETE FROM submissions WHERE fingerprint <> '';
ALTER TABLE submissions DROP COLUMN fingerprint;
DROP TABLE api_tokens;
