DROP INDEX openings_by_organization;
DROP TABLE sightings;
DROP TABLE checks;
DROP TABLE hanging;

-- What was followed counted as shared before.
ALTER TABLE openings RENAME TO later_openings;
CREATE TABLE openings (
    day TEXT NOT NULL,
    document TEXT NOT NULL,
    organization TEXT NOT NULL,
    lang TEXT NOT NULL,
    reader TEXT NOT NULL CHECK (reader IN ('human', 'robot')),
    way TEXT NOT NULL CHECK (way IN ('scanned', 'shared')),
    count INTEGER NOT NULL,
    PRIMARY KEY (day, document, organization, lang, reader, way)
) STRICT;
INSERT INTO openings
    SELECT day, document, organization, lang, reader, iif(way = 'followed', 'shared', way), sum(count)
    FROM later_openings GROUP BY 1, 2, 3, 4, 5, 6;
DROP TABLE later_openings;
