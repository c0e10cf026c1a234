DROP INDEX openings_by_organization;
DROP TABLE sightings;
DROP TABLE checks;
DROP TABLE hanging;
DROP FUNCTION refuse_change_of_check;

-- What was followed counted as shared before.
CREATE TEMPORARY TABLE later_openings ON COMMIT DROP AS SELECT * FROM openings;
DELETE FROM openings;
INSERT INTO openings
    SELECT day, document, organization, lang, reader, CASE way WHEN 'followed' THEN 'shared' ELSE way END, sum(count)
    FROM later_openings GROUP BY 1, 2, 3, 4, 5, 6;
ALTER TABLE openings DROP CONSTRAINT openings_way_check;
ALTER TABLE openings ADD CONSTRAINT openings_way_check CHECK (way IN ('scanned', 'shared'));
