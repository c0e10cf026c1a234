-- Lists are read a page at a time, by these orders.
CREATE INDEX documents_by_creation ON documents (created_at_us, id);
CREATE INDEX versions_by_first_day ON versions (effective_from);
