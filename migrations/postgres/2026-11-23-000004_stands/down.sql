DROP INDEX openings_by_organization;
DROP TABLE sightings;
DROP TABLE checks;
DROP TABLE hanging;
