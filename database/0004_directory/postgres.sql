-- A gemeenschap of belief, origin, health or politics is never linkable: a link table carries (community, community_linkable = true)
-- with a foreign key to (id, linkable), so that the database itself refuses such a link with a person (AVG art. 9; docs/adr/0006).
CREATE TABLE community (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    search_text text NOT NULL CHECK (length(search_text) <= 300),
    kind text NOT NULL CHECK (kind IN ('SportsClub', 'School', 'Association', 'NeighbourhoodGroup', 'VolunteerOrganisation', 'Religious', 'Origin', 'Health', 'Political')),
    linkable boolean NOT NULL,
    wijk_code text NULL CHECK (length(wijk_code) <= 10),
    contact_name text NULL CHECK (length(contact_name) <= 100),
    contact_phone text NULL CHECK (length(contact_phone) <= 30),
    contact_email text NULL CHECK (length(contact_email) <= 200),
    text text NOT NULL CHECK (length(text) <= 2000),
    version integer NOT NULL,
    UNIQUE (id, linkable),
    CHECK (linkable = (kind NOT IN ('Religious', 'Origin', 'Health', 'Political')))
);
CREATE INDEX community_name ON community (search_text);
CREATE INDEX community_wijk ON community (wijk_code);

CREATE TABLE activity (
    id uuid NOT NULL PRIMARY KEY,
    community uuid NOT NULL REFERENCES community (id),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    when_text text NOT NULL CHECK (length(when_text) <= 200),
    place text NOT NULL CHECK (length(place) <= 200),
    wijk_code text NULL CHECK (length(wijk_code) <= 10)
);
CREATE INDEX activity_community ON activity (community);
