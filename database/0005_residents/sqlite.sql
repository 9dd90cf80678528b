CREATE TABLE household (
    id TEXT NOT NULL PRIMARY KEY,
    name BLOB NOT NULL CHECK (length(name) BETWEEN 1 AND 444),
    street BLOB NULL CHECK (length(street) <= 444),
    house_number BLOB NULL CHECK (length(house_number) <= 124),
    postcode BLOB NULL CHECK (length(postcode) <= 72),
    place BLOB NULL CHECK (length(place) <= 444),
    buurt_code TEXT NULL CHECK (length(buurt_code) <= 10),
    -- By what it is found; of a hidden household keyed hashes (docs/adr/0088).
    search_text TEXT NOT NULL CHECK (length(search_text) <= 2000),
    address_key TEXT NULL CHECK (length(address_key) <= 140),
    postcode_key TEXT NULL CHECK (length(postcode_key) <= 64),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- Geheimhouding (BRP): the address shows nowhere but on the page where the circle looks it up.
    secrecy INTEGER NOT NULL CHECK (secrecy IN (0, 1)),
    -- Something of this household lies in the safety compartment, so that the attention officer can reach it.
    has_safety_items INTEGER NOT NULL CHECK (has_safety_items IN (0, 1)),
    known_since TEXT NOT NULL,
    -- Before this instant nobody visits or writes: first it is looked at whether that is safe.
    contact_from TEXT NOT NULL,
    circle_edition INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX household_address ON household (address_key);
CREATE INDEX household_postcode ON household (postcode_key);
CREATE INDEX household_buurt ON household (buurt_code);
CREATE INDEX household_guarded ON household (id) WHERE safety = 'Shielded' OR has_safety_items = 1;

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    name BLOB NOT NULL CHECK (length(name) BETWEEN 1 AND 444),
    -- By what someone is found; of who is hidden keyed hashes, of each word and of the whole name.
    search_name TEXT NOT NULL CHECK (length(search_name) <= 700),
    name_key TEXT NULL CHECK (length(name_key) <= 64),
    birth_date BLOB NULL CHECK (length(birth_date) <= 60),
    -- For who sees what by age; of who lies in the safety compartment not here.
    born_on TEXT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('Resident', 'Partner', 'Parent', 'Child', 'Relative', 'Housemate', 'ParentElsewhere')),
    phone BLOB NULL CHECK (length(phone) <= 164),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- When it is safe to call, and whether the post is read by others.
    call_from TEXT NULL,
    call_until TEXT NULL CHECK (call_until <> call_from),
    no_post INTEGER NOT NULL CHECK (no_post IN (0, 1)),
    -- The burgerservicenummer, sealed, and a keyed hash by which it is found. Not unique: a refusal would tell that someone hidden is known.
    bsn BLOB NULL,
    bsn_hash BLOB NULL,
    version INTEGER NOT NULL,
    CHECK ((bsn IS NULL) = (bsn_hash IS NULL))
);
CREATE INDEX person_household ON person (household);
CREATE INDEX person_hidden ON person (household) WHERE safety = 'Shielded';
CREATE INDEX person_search ON person (search_name);
CREATE INDEX person_name_key ON person (name_key);
CREATE INDEX person_bsn ON person (bsn_hash);

CREATE TABLE circle_member (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    account TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL CHECK (role IN ('Member', 'Volunteer', 'Supporter')),
    since TEXT NOT NULL,
    until TEXT NULL CHECK (until >= since),
    -- Named by the attention officer, or by writing it: sees what of this household lies in the safety compartment.
    sees_safety INTEGER NOT NULL CHECK (sees_safety IN (0, 1)),
    -- The planned end, after which it opens nothing; a job then writes it as until.
    ends_at TEXT NULL CHECK (ends_at > since),
    -- Beside whom someone stands, asked by that person themselves, and which parts of what that person sees: 1 plan, 2 questions, 4 letters, 8 conversations.
    beside TEXT NULL REFERENCES person (id),
    parts INTEGER NOT NULL CHECK (parts BETWEEN 0 AND 15),
    UNIQUE (household, id),
    CHECK (beside IS NULL OR (role = 'Supporter' AND ends_at IS NOT NULL AND parts > 0)),
    CHECK (beside IS NOT NULL OR parts = 0)
);
CREATE UNIQUE INDEX circle_member_current ON circle_member (household, account) WHERE until IS NULL;
CREATE INDEX circle_member_account ON circle_member (account, household) WHERE until IS NULL;

CREATE TABLE circle_law (
    member TEXT NOT NULL REFERENCES circle_member (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    PRIMARY KEY (member, law)
);

-- One vaste contactpersoon and one vervanger, both of this household's own circle, and at most one period at a time.
CREATE TABLE support_period (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    coordinator TEXT NOT NULL,
    deputy TEXT NOT NULL CHECK (deputy <> coordinator),
    started_at TEXT NOT NULL,
    ended_at TEXT NULL CHECK (ended_at >= started_at),
    version INTEGER NOT NULL,
    FOREIGN KEY (household, coordinator) REFERENCES circle_member (household, id),
    FOREIGN KEY (household, deputy) REFERENCES circle_member (household, id)
);
CREATE UNIQUE INDEX support_period_current ON support_period (household) WHERE ended_at IS NULL;
CREATE INDEX support_period_coordinator ON support_period (coordinator) WHERE ended_at IS NULL;

-- An account is of one person, and a person signs in with one account.
CREATE TABLE resident_account (
    account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    person TEXT NOT NULL UNIQUE REFERENCES person (id)
);

-- Gezag: whether a parent has authority over a child, as someone checked it. A new check ends the one before.
CREATE TABLE parental_authority (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    parent TEXT NOT NULL REFERENCES person (id),
    child TEXT NOT NULL REFERENCES person (id) CHECK (child <> parent),
    holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
    source TEXT NOT NULL CHECK (source IN ('Register', 'CourtOrder', 'BirthCertificate')),
    checked_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    ended_at TEXT NULL CHECK (ended_at >= recorded_at)
);
CREATE UNIQUE INDEX parental_authority_current ON parental_authority (parent, child) WHERE ended_at IS NULL;
CREATE INDEX parental_authority_household ON parental_authority (household);

-- Stilgezet: the parents of this household see nothing about its children. It lies in the safety compartment.
CREATE TABLE view_freeze (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    ground TEXT NOT NULL CHECK (ground IN ('Suspicion', 'CustodyDispute')),
    reason BLOB NOT NULL CHECK (length(reason) BETWEEN 1 AND 4044),
    frozen_at TEXT NOT NULL,
    frozen_by TEXT NOT NULL REFERENCES account (id),
    lifted_at TEXT NULL CHECK (lifted_at >= frozen_at),
    lifted_by TEXT NULL REFERENCES account (id),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);
CREATE UNIQUE INDEX view_freeze_current ON view_freeze (household) WHERE lifted_at IS NULL;

-- Uitnodiging: a resident asks someone to stand beside them, for parts and a period. Of the code only a hash is kept.
CREATE TABLE invitation (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    name BLOB NOT NULL CHECK (length(name) BETWEEN 1 AND 444),
    kind TEXT NOT NULL CHECK (kind IN ('Family', 'Friend', 'Mentor', 'ClientSupport')),
    parts INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 15),
    ends_at TEXT NOT NULL CHECK (ends_at > invited_at),
    code_hash BLOB NOT NULL UNIQUE,
    invited_at TEXT NOT NULL,
    valid_until TEXT NOT NULL CHECK (valid_until > invited_at),
    accepted_at TEXT NULL CHECK (accepted_at >= invited_at),
    withdrawn_at TEXT NULL CHECK (withdrawn_at >= invited_at),
    version INTEGER NOT NULL,
    CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX invitation_person ON invitation (person);

-- Vasthouden: visits and post wait for the attention officer. Not every one is a hit: some are drawn by lot, so that waiting tells nothing.
CREATE TABLE contact_hold (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    matched TEXT NULL REFERENCES household (id),
    ground TEXT NOT NULL CHECK (ground IN ('Address', 'Name', 'Bsn', 'Lot')),
    blocks INTEGER NOT NULL CHECK (blocks IN (0, 1)),
    held_at TEXT NOT NULL,
    released_at TEXT NULL CHECK (released_at >= held_at),
    released_by TEXT NULL REFERENCES account (id),
    -- Here and in no line of the journal: it goes with the household.
    released_because BLOB NULL CHECK (length(released_because) BETWEEN 1 AND 2044),
    version INTEGER NOT NULL,
    CHECK ((ground = 'Lot') = (matched IS NULL)),
    CHECK ((released_at IS NULL) = (released_by IS NULL)),
    CHECK ((released_at IS NULL) = (released_because IS NULL))
);
CREATE INDEX contact_hold_open ON contact_hold (household) WHERE released_at IS NULL;

-- Noodtoegang: sight without a place in the circle, for a day, with a reason that someone else judges.
CREATE TABLE emergency_access (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    account TEXT NOT NULL REFERENCES account (id),
    organisation TEXT NULL REFERENCES organisation (id),
    reason BLOB NOT NULL CHECK (length(reason) BETWEEN 1 AND 4044),
    at TEXT NOT NULL,
    until TEXT NOT NULL CHECK (until > at),
    judged_at TEXT NULL,
    judged_by TEXT NULL REFERENCES account (id),
    justified INTEGER NULL CHECK (justified IN (0, 1)),
    judgement BLOB NULL CHECK (length(judgement) BETWEEN 1 AND 4044),
    version INTEGER NOT NULL,
    CHECK ((judged_at IS NULL) = (judged_by IS NULL) AND (judged_at IS NULL) = (justified IS NULL) AND (judged_at IS NULL) = (judgement IS NULL)),
    CHECK (judged_by <> account)
);
CREATE INDEX emergency_access_account ON emergency_access (account, household, until);
CREATE INDEX emergency_access_household ON emergency_access (household, at);
CREATE INDEX emergency_access_unjudged ON emergency_access (at) WHERE judged_at IS NULL;

-- Who took over from a colleague whose account was closed, to be told on Mijn dag.
CREATE TABLE circle_takeover (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    account TEXT NOT NULL REFERENCES account (id),
    part TEXT NOT NULL CHECK (part IN ('Coordinator', 'Member', 'DeputyChanged')),
    at TEXT NOT NULL
);
CREATE INDEX circle_takeover_account ON circle_takeover (account, at);

-- Verzoek (AVG art. 12 to 17): what someone asks about their own data, with the term that binds the municipality.
CREATE TABLE person_request (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    person TEXT NOT NULL REFERENCES person (id),
    -- The parent who asks it for a child (Jeugdwet art. 7.3.15), and whether a child of 12 or older cannot weigh it yet.
    asked_by TEXT NULL REFERENCES person (id),
    unable INTEGER NOT NULL CHECK (unable IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind IN ('Correct', 'Copy', 'Erase', 'Names', 'Destroy', 'Restrict', 'Object')),
    words BLOB NULL CHECK (length(words) BETWEEN 1 AND 8044),
    -- The line of the read log whose name is asked: it lives in a log of its own.
    look INTEGER NULL,
    asked_at TEXT NOT NULL,
    by_account TEXT NOT NULL REFERENCES account (id),
    on_behalf INTEGER NOT NULL CHECK (on_behalf IN (0, 1)),
    due_on TEXT NOT NULL,
    extended_at TEXT NULL,
    extended_by TEXT NULL REFERENCES account (id),
    extended_because BLOB NULL CHECK (length(extended_because) BETWEEN 1 AND 8044),
    answered_at TEXT NULL CHECK (answered_at >= asked_at),
    answered_by TEXT NULL REFERENCES account (id),
    outcome TEXT NULL CHECK (outcome IN ('Granted', 'Partly', 'Refused')),
    refusal_ground TEXT NULL CHECK (refusal_ground IN ('RequiredByLaw', 'OthersInterest', 'GoodCare')),
    answer BLOB NULL CHECK (length(answer) BETWEEN 1 AND 8044),
    withdrawn_at TEXT NULL CHECK (withdrawn_at IS NULL OR answered_at IS NULL),
    version INTEGER NOT NULL,
    CHECK ((kind = 'Names') = (look IS NOT NULL)),
    CHECK (asked_by IS NULL OR (kind <> 'Names' AND asked_by <> person)),
    CHECK (unable = 0 OR asked_by IS NOT NULL),
    -- Destruction is refused on a ground in law and in time; there is no longer term (Jeugdwet art. 7.3.9).
    CHECK ((kind = 'Destroy' AND coalesce(outcome IN ('Partly', 'Refused'), 0)) = (refusal_ground IS NOT NULL)),
    CHECK (coalesce(refusal_ground, '') <> 'GoodCare' OR asked_by IS NOT NULL),
    CHECK (kind <> 'Destroy' OR extended_at IS NULL),
    CHECK ((extended_at IS NULL) = (extended_by IS NULL) AND (extended_at IS NULL) = (extended_because IS NULL)),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (outcome IS NULL) AND (answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX person_request_person ON person_request (person, asked_at);
CREATE INDEX person_request_household ON person_request (household) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX person_request_timeline ON person_request (household);
CREATE INDEX person_request_due ON person_request (due_on) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
-- What was asked already is asked once: a second copy or erasure waits for the first, and a name is asked once.
-- Of destruction one by each who may ask it: that the other asked already is told to nobody.
CREATE UNIQUE INDEX person_request_once ON person_request (person, kind, coalesce(asked_by, person)) WHERE kind IN ('Copy', 'Erase', 'Destroy', 'Restrict', 'Object') AND answered_at IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX person_request_look ON person_request (person, look) WHERE look IS NOT NULL AND withdrawn_at IS NULL;

-- Who is heard when a parent asks something for a child: who else has authority over it (BW 1:253i), and the child itself, with what it said.
CREATE TABLE request_voice (
    id TEXT NOT NULL PRIMARY KEY,
    request TEXT NOT NULL REFERENCES person_request (id),
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('Parent', 'Child')),
    says TEXT NULL CHECK (says IN ('Agrees', 'Objects', 'Unreachable', 'NotHeard', 'Younger')),
    words BLOB NULL CHECK (length(words) BETWEEN 1 AND 8044),
    -- Why it was granted although the child objects.
    despite BLOB NULL CHECK (length(despite) BETWEEN 1 AND 8044),
    said_at TEXT NULL,
    recorded_by TEXT NULL REFERENCES account (id),
    UNIQUE (request, person),
    CHECK ((says IS NULL) = (said_at IS NULL) AND (says IS NULL) = (recorded_by IS NULL)),
    CHECK (CASE kind WHEN 'Parent' THEN says IS NULL OR says IN ('Agrees', 'Objects', 'Unreachable') ELSE says IS NULL OR says <> 'Unreachable' END),
    CHECK (words IS NULL OR (kind = 'Child' AND says IS NOT NULL)),
    CHECK (coalesce(says, '') <> 'NotHeard' OR words IS NOT NULL),
    CHECK (despite IS NULL OR (kind = 'Child' AND coalesce(says, '') = 'Objects'))
);
CREATE INDEX request_voice_person ON request_voice (person);

-- Restriction of the processing (AVG art. 18), or what a granted objection comes to (art. 21): a mark on the household, and nothing of it is destroyed while it runs.
CREATE TABLE restriction (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    request TEXT NOT NULL UNIQUE REFERENCES person_request (id),
    since TEXT NOT NULL,
    ends_at TEXT NULL CHECK (ends_at > since),
    ends_because BLOB NULL CHECK (length(ends_because) BETWEEN 1 AND 2044),
    ended_by TEXT NULL REFERENCES account (id),
    version INTEGER NOT NULL,
    CHECK ((ends_at IS NULL) = (ends_because IS NULL) AND (ends_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX restriction_household ON restriction (household);
