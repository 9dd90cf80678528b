CREATE TABLE household (
    id uuid NOT NULL PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    street text NULL CHECK (length(street) <= 100),
    house_number text NULL CHECK (length(house_number) <= 20),
    postcode text NULL CHECK (length(postcode) <= 7),
    place text NULL CHECK (length(place) <= 100),
    buurt_code text NULL CHECK (length(buurt_code) <= 10),
    search_text text NOT NULL CHECK (length(search_text) <= 400),
    address_key text NULL CHECK (length(address_key) <= 140),
    postcode_key text NULL CHECK (length(postcode_key) <= 30),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- Something of this household lies in the safety compartment, so that the attention officer can reach it.
    has_safety_items boolean NOT NULL,
    known_since timestamptz NOT NULL,
    circle_edition integer NOT NULL,
    version integer NOT NULL
);
CREATE INDEX household_address ON household (address_key);
CREATE INDEX household_postcode ON household (postcode_key);
CREATE INDEX household_buurt ON household (buurt_code);

CREATE TABLE person (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    search_name text NOT NULL CHECK (length(search_name) <= 120),
    birth_date date NULL,
    relation text NOT NULL CHECK (relation IN ('Resident', 'Partner', 'Parent', 'Child', 'Relative', 'Housemate')),
    phone text NULL CHECK (length(phone) <= 30),
    version integer NOT NULL
);
CREATE INDEX person_household ON person (household);
CREATE INDEX person_search ON person (search_name);

CREATE TABLE circle_member (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    account uuid NOT NULL REFERENCES account (id),
    role text NOT NULL CHECK (role IN ('Member', 'Volunteer', 'Supporter')),
    since timestamptz NOT NULL,
    until timestamptz NULL CHECK (until >= since),
    UNIQUE (household, id)
);
CREATE UNIQUE INDEX circle_member_current ON circle_member (household, account) WHERE until IS NULL;
CREATE INDEX circle_member_account ON circle_member (account, household) WHERE until IS NULL;

CREATE TABLE circle_law (
    member uuid NOT NULL REFERENCES circle_member (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    PRIMARY KEY (member, law)
);

-- One vaste contactpersoon and one vervanger, both of this household's own circle, and at most one period at a time.
CREATE TABLE support_period (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    coordinator uuid NOT NULL,
    deputy uuid NOT NULL CHECK (deputy <> coordinator),
    started_at timestamptz NOT NULL,
    ended_at timestamptz NULL CHECK (ended_at >= started_at),
    version integer NOT NULL,
    FOREIGN KEY (household, coordinator) REFERENCES circle_member (household, id),
    FOREIGN KEY (household, deputy) REFERENCES circle_member (household, id)
);
CREATE UNIQUE INDEX support_period_current ON support_period (household) WHERE ended_at IS NULL;
CREATE INDEX support_period_coordinator ON support_period (coordinator) WHERE ended_at IS NULL;

-- An account is of one person, and a person signs in with one account.
CREATE TABLE resident_account (
    account uuid NOT NULL PRIMARY KEY REFERENCES account (id),
    person uuid NOT NULL UNIQUE REFERENCES person (id)
);
