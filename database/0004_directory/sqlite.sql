-- A gemeenschap of belief, origin, health or politics is never linkable: a link table carries (community, community_linkable = true)
-- with a foreign key to (id, linkable), so that the database itself refuses such a link with a person (AVG art. 9; docs/adr/0006).
CREATE TABLE community (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    search_text TEXT NOT NULL CHECK (length(search_text) <= 300),
    kind TEXT NOT NULL CHECK (kind IN ('SportsClub', 'School', 'Association', 'NeighbourhoodGroup', 'VolunteerOrganisation', 'Religious', 'Origin', 'Health', 'Political')),
    linkable INTEGER NOT NULL CHECK (linkable IN (0, 1)),
    wijk_code TEXT NULL CHECK (length(wijk_code) <= 10),
    contact_name TEXT NULL CHECK (length(contact_name) <= 100),
    contact_phone TEXT NULL CHECK (length(contact_phone) <= 30),
    contact_email TEXT NULL CHECK (length(contact_email) <= 200),
    text TEXT NOT NULL CHECK (length(text) <= 2000),
    version INTEGER NOT NULL,
    UNIQUE (id, linkable),
    CHECK (linkable = (kind NOT IN ('Religious', 'Origin', 'Health', 'Political')))
);
CREATE INDEX community_name ON community (search_text);
CREATE INDEX community_wijk ON community (wijk_code);

CREATE TABLE activity (
    id TEXT NOT NULL PRIMARY KEY,
    community TEXT NOT NULL REFERENCES community (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    when_text TEXT NOT NULL CHECK (length(when_text) <= 200),
    place TEXT NOT NULL CHECK (length(place) <= 200),
    wijk_code TEXT NULL CHECK (length(wijk_code) <= 10)
);
CREATE INDEX activity_community ON activity (community);
