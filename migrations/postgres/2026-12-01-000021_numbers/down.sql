DROP INDEX organizations_by_kind;
DROP INDEX organizations_by_district;
DROP TABLE opened_documents;
DROP TABLE opened_days;
