-- What people opened, summed up: the numbers of the office are read from here without reading every stand. Both tables
-- follow from `openings`, whose counts stay as they are; no persons, as there.

CREATE TABLE opened_days (
    day TEXT NOT NULL,
    -- The district in which the stand was on that day; empty where it was in none, or the address named no stand.
    district TEXT NOT NULL,
    lang TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, district, lang)
) STRICT, WITHOUT ROWID;
INSERT INTO opened_days
SELECT o.day, coalesce(s.district, ''), o.lang, sum(o.count)
FROM openings o LEFT JOIN organizations s ON s.code = o.organization
WHERE o.reader = 'human' GROUP BY 1, 2, 3;

CREATE TABLE opened_documents (
    document TEXT NOT NULL,
    day TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (document, day)
) STRICT, WITHOUT ROWID;
INSERT INTO opened_documents
SELECT document, day, sum(count) FROM openings WHERE reader = 'human' GROUP BY 1, 2;

-- Lists of the office: by district and by kind, in the order of the numbers.
CREATE INDEX organizations_by_district ON organizations (district, number);
CREATE INDEX organizations_by_kind ON organizations (kind, number);
