DROP INDEX versions_signed_on;
DROP INDEX versions_term_end;
DROP TABLE submissions;
