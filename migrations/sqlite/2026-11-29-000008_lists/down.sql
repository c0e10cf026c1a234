DROP INDEX versions_by_first_day;
DROP INDEX documents_by_creation;
