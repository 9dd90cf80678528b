-- A gemeenschap of any kind may speak for itself, without names: only a signal of kind Community carries one. The channel of any
-- other signal can only be a linkable community (see 0004): the database refuses a church, an origin, an illness or a party there.
CREATE TABLE signal (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE CHECK (length(reference) = 8),
    secret_hash BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Concern', 'Request', 'Community')),
    text BLOB NOT NULL CHECK (length(text) <= 16044),
    about BLOB NULL CHECK (length(about) <= 1244),
    told TEXT NOT NULL CHECK (told IN ('Yes', 'NotYet', 'DareNot', 'NotApplicable')),
    urgency TEXT NOT NULL CHECK (urgency IN ('FewDays', 'Today')),
    theme TEXT NULL CHECK (length(theme) <= 30),
    community TEXT NULL REFERENCES community (id),
    channel_community TEXT NULL,
    channel_linkable INTEGER NULL CHECK (channel_linkable = 1),
    people_from INTEGER NULL CHECK (people_from >= 1),
    people_to INTEGER NULL CHECK (people_to > people_from),
    by_role TEXT NOT NULL CHECK (length(by_role) <= 30),
    by_organisation TEXT NULL REFERENCES organisation (id),
    by_neighbour INTEGER NOT NULL CHECK (by_neighbour IN (0, 1)),
    received_at TEXT NOT NULL,
    due_on TEXT NOT NULL,
    expires_on TEXT NULL,
    state TEXT NOT NULL CHECK (state IN ('Received', 'Claimed', 'Assessed', 'Expired')),
    organisation TEXT NULL REFERENCES organisation (id),
    team TEXT NULL,
    law TEXT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The words of text and about, each a keyed hash: found, not read.
    search_text TEXT NOT NULL CHECK (length(search_text) <= 30000),
    version INTEGER NOT NULL,
    UNIQUE (id, kind),
    FOREIGN KEY (channel_community, channel_linkable) REFERENCES community (id, linkable),
    FOREIGN KEY (team, organisation) REFERENCES team (id, organisation),
    CHECK ((channel_community IS NULL) = (channel_linkable IS NULL)),
    CHECK (team IS NULL OR organisation IS NOT NULL),
    CHECK (kind = 'Community' OR (community IS NULL AND people_from IS NULL)),
    CHECK (kind <> 'Community' OR (people_from IS NOT NULL AND channel_community IS NULL)),
    CHECK (kind = 'Concern' OR (told = 'NotApplicable' AND NOT by_neighbour)),
    -- A neighbour's report that nobody weighed does not stay: it has an end, and after that no words.
    CHECK (NOT by_neighbour OR expires_on IS NOT NULL),
    CHECK ((state = 'Expired') = (length(text) = 0))
);
CREATE INDEX signal_worklist ON signal (state, due_on);
CREATE INDEX signal_community ON signal (community);
CREATE INDEX signal_channel ON signal (channel_community);
CREATE INDEX signal_team ON signal (team);

-- Who gave the signal: a compartment of its own. Nobody is kept for a community's signal, for that could tell someone's belief,
-- origin, health or politics (AVG art. 9).
CREATE TABLE signal_reporter (
    signal TEXT NOT NULL PRIMARY KEY,
    signal_kind TEXT NOT NULL CHECK (signal_kind <> 'Community'),
    account TEXT NULL REFERENCES account (id),
    contact BLOB NULL,
    CHECK (account IS NOT NULL OR contact IS NOT NULL),
    FOREIGN KEY (signal, signal_kind) REFERENCES signal (id, kind)
);
CREATE INDEX signal_reporter_account ON signal_reporter (account);

-- "Ik pak dit op": one at a time.
CREATE TABLE signal_claim (
    id TEXT NOT NULL PRIMARY KEY,
    signal TEXT NOT NULL REFERENCES signal (id),
    account TEXT NOT NULL REFERENCES account (id),
    at TEXT NOT NULL,
    released_at TEXT NULL
);
CREATE UNIQUE INDEX signal_claim_open ON signal_claim (signal) WHERE released_at IS NULL;
CREATE INDEX signal_claim_account ON signal_claim (account);

CREATE TABLE assessment (
    id TEXT NOT NULL PRIMARY KEY,
    signal TEXT NOT NULL UNIQUE,
    signal_kind TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('Question', 'Contributed', 'HandedOver', 'NoAction')),
    contribution TEXT NULL CHECK (length(contribution) <= 30),
    handed_to BLOB NULL CHECK (length(handed_to) BETWEEN 1 AND 844),
    reason BLOB NULL CHECK (length(reason) BETWEEN 1 AND 4044),
    household TEXT NULL REFERENCES household (id),
    question TEXT NULL REFERENCES question (id),
    feedback TEXT NOT NULL CHECK (length(feedback) <= 30),
    account TEXT NOT NULL REFERENCES account (id),
    at TEXT NOT NULL,
    FOREIGN KEY (signal, signal_kind) REFERENCES signal (id, kind),
    -- What a community says without names never becomes a household's question.
    CHECK (signal_kind <> 'Community' OR outcome <> 'Question'),
    CHECK ((outcome = 'Question') = (household IS NOT NULL)),
    CHECK ((outcome = 'Question') = (question IS NOT NULL)),
    CHECK ((outcome = 'Contributed') = (contribution IS NOT NULL)),
    CHECK ((outcome = 'HandedOver') = (handed_to IS NOT NULL)),
    CHECK (outcome <> 'NoAction' OR reason IS NOT NULL)
);
CREATE INDEX assessment_household ON assessment (household);

-- A signal that names someone of a household under secrecy or in the safety compartment: only the attention officer learns of it.
CREATE TABLE signal_match (
    signal TEXT NOT NULL REFERENCES signal (id),
    household TEXT NOT NULL REFERENCES household (id),
    at TEXT NOT NULL,
    seen_at TEXT NULL CHECK (seen_at >= at),
    seen_by TEXT NULL REFERENCES account (id),
    PRIMARY KEY (signal, household),
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
CREATE INDEX signal_match_unseen ON signal_match (at) WHERE seen_at IS NULL;

-- Whoever is reported by another is told (AVG art. 14): the duty runs from the day the report came in, and each way in which it was met or put off is a row.
-- Until there is a household it goes with the signal; from then on with that household's circle, for this law.
CREATE TABLE duty_to_tell (
    id TEXT NOT NULL PRIMARY KEY,
    signal TEXT NOT NULL UNIQUE,
    signal_kind TEXT NOT NULL CHECK (signal_kind = 'Concern'),
    household TEXT NULL REFERENCES household (id),
    question TEXT NULL REFERENCES question (id),
    law TEXT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    controller TEXT NULL REFERENCES organisation (id),
    assessor TEXT NULL REFERENCES account (id),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    state TEXT NOT NULL CHECK (state IN ('Open', 'Told', 'Known', 'Withheld', 'NobodyFound', 'Lapsed')),
    due_on TEXT NOT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (signal, signal_kind) REFERENCES signal (id, kind),
    CHECK ((household IS NULL) = (law IS NULL)),
    CHECK ((household IS NULL) = (question IS NULL)),
    CHECK (household IS NULL OR controller IS NOT NULL),
    -- Whom we know, is traced.
    CHECK (household IS NULL OR state <> 'NobodyFound')
);
CREATE INDEX duty_to_tell_household ON duty_to_tell (household);
CREATE INDEX duty_to_tell_due ON duty_to_tell (due_on) WHERE state IN ('Open', 'Withheld');

CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    duty TEXT NOT NULL REFERENCES duty_to_tell (id),
    state TEXT NOT NULL CHECK (state IN ('Told', 'Known', 'Withheld', 'NobodyFound')),
    account TEXT NOT NULL REFERENCES account (id),
    at TEXT NOT NULL,
    told_on TEXT NULL,
    manner TEXT NULL CHECK (manner IN ('InPerson', 'ByPhone', 'ByLetter')),
    words BLOB NULL CHECK (length(words) BETWEEN 1 AND 8044),
    -- Where it was safe to tell: of the safety compartment, which is told in person only.
    place BLOB NULL CHECK (length(place) BETWEEN 1 AND 844),
    source TEXT NULL CHECK (source IN ('Nobody', 'Function', 'Name')),
    source_shown BLOB NULL CHECK (length(source_shown) BETWEEN 1 AND 844),
    -- Sealed, each ground at the same length: which one it is tells why someone may not know.
    ground BLOB NULL CHECK (length(ground) <= 60),
    reason BLOB NULL CHECK (length(reason) BETWEEN 1 AND 4044),
    review_on TEXT NULL,
    CHECK ((state IN ('Told', 'Known')) = (told_on IS NOT NULL)),
    CHECK ((told_on IS NULL) = (manner IS NULL)),
    CHECK ((told_on IS NULL) = (words IS NULL)),
    CHECK (place IS NULL OR manner = 'InPerson'),
    CHECK ((told_on IS NULL) = (source IS NULL)),
    -- Without source this says nothing of one.
    CHECK ((source IN ('Function', 'Name')) = (source_shown IS NOT NULL) OR source IS NULL),
    CHECK (source IS NOT NULL OR source_shown IS NULL),
    CHECK ((state = 'Withheld') = (ground IS NOT NULL)),
    CHECK ((ground IS NULL) = (review_on IS NULL)),
    CHECK ((state IN ('Withheld', 'NobodyFound')) = (reason IS NOT NULL))
);
CREATE INDEX notice_duty ON notice (duty, at);

-- Who was told: they, and nobody else of their household, read it again at Mijn Samenkracht.
CREATE TABLE notice_person (
    notice TEXT NOT NULL REFERENCES notice (id),
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (notice, person)
);
CREATE INDEX notice_person_person ON notice_person (person);
