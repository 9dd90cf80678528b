-- Areas and figures keep the year they belong to: another year is another row. A code holds the codes of what it lies in, so there
-- is no foreign key to a parent, which may be absent or of another year.
CREATE TABLE area (
    code text NOT NULL CHECK (length(code) BETWEEN 6 AND 10),
    year integer NOT NULL CHECK (year BETWEEN 1995 AND 2100),
    kind text NOT NULL CHECK (kind IN ('Municipality', 'Wijk', 'Buurt')),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    municipality text NOT NULL CHECK (length(municipality) = 6),
    parent text NULL CHECK (length(parent) BETWEEN 6 AND 8),
    longitude double precision NULL,
    latitude double precision NULL,
    boundary bytea NULL,
    PRIMARY KEY (code, year)
);
CREATE INDEX area_municipality ON area (municipality, kind, year);

CREATE TABLE area_figure (
    code text NOT NULL CHECK (length(code) BETWEEN 6 AND 10),
    year integer NOT NULL CHECK (year BETWEEN 1995 AND 2100),
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
    value double precision NULL,
    PRIMARY KEY (code, year, key)
);
