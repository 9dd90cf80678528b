-- Areas and figures keep the year they belong to: another year is another row. A code holds the codes of what it lies in, so there
-- is no foreign key to a parent, which may be absent or of another year.
CREATE TABLE area (
    code TEXT NOT NULL CHECK (length(code) BETWEEN 6 AND 10),
    year INTEGER NOT NULL CHECK (year BETWEEN 1995 AND 2100),
    kind TEXT NOT NULL CHECK (kind IN ('Municipality', 'Wijk', 'Buurt')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    municipality TEXT NOT NULL CHECK (length(municipality) = 6),
    parent TEXT NULL CHECK (length(parent) BETWEEN 6 AND 8),
    longitude REAL NULL,
    latitude REAL NULL,
    boundary BLOB NULL,
    PRIMARY KEY (code, year)
);
CREATE INDEX area_municipality ON area (municipality, kind, year);

CREATE TABLE area_figure (
    code TEXT NOT NULL CHECK (length(code) BETWEEN 6 AND 10),
    year INTEGER NOT NULL CHECK (year BETWEEN 1995 AND 2100),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
    value REAL NULL,
    PRIMARY KEY (code, year, key)
);
