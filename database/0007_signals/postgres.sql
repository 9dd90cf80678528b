-- A gemeenschap of any kind may speak for itself, without names: only a signal of kind Community carries one. The channel of any
-- other signal can only be a linkable community (see 0004): the database refuses a church, an origin, an illness or a party there.
CREATE TABLE signal (
    id uuid NOT NULL PRIMARY KEY,
    reference text NOT NULL UNIQUE CHECK (length(reference) = 8),
    secret_hash bytea NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Concern', 'Request', 'Community')),
    text bytea NOT NULL CHECK (length(text) <= 16044),
    about bytea NULL CHECK (length(about) <= 1244),
    told text NOT NULL CHECK (told IN ('Yes', 'NotYet', 'DareNot', 'NotApplicable')),
    urgency text NOT NULL CHECK (urgency IN ('FewDays', 'Today')),
    theme text NULL CHECK (length(theme) <= 30),
    community uuid NULL REFERENCES community (id),
    channel_community uuid NULL,
    channel_linkable boolean NULL CHECK (channel_linkable = true),
    people_from integer NULL CHECK (people_from >= 1),
    people_to integer NULL CHECK (people_to > people_from),
    by_role text NOT NULL CHECK (length(by_role) <= 30),
    by_organisation uuid NULL REFERENCES organisation (id),
    by_neighbour boolean NOT NULL,
    received_at timestamptz NOT NULL,
    due_on date NOT NULL,
    expires_on date NULL,
    state text NOT NULL CHECK (state IN ('Received', 'Claimed', 'Assessed', 'Expired')),
    organisation uuid NULL REFERENCES organisation (id),
    team uuid NULL,
    law text NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The words of text and about, each a keyed hash: found, not read.
    search_text text NOT NULL CHECK (length(search_text) <= 30000),
    version integer NOT NULL,
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
    signal uuid NOT NULL PRIMARY KEY,
    signal_kind text NOT NULL CHECK (signal_kind <> 'Community'),
    account uuid NULL REFERENCES account (id),
    contact bytea NULL,
    CHECK (account IS NOT NULL OR contact IS NOT NULL),
    FOREIGN KEY (signal, signal_kind) REFERENCES signal (id, kind)
);
CREATE INDEX signal_reporter_account ON signal_reporter (account);

-- "Ik pak dit op": one at a time.
CREATE TABLE signal_claim (
    id uuid NOT NULL PRIMARY KEY,
    signal uuid NOT NULL REFERENCES signal (id),
    account uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    released_at timestamptz NULL
);
CREATE UNIQUE INDEX signal_claim_open ON signal_claim (signal) WHERE released_at IS NULL;
CREATE INDEX signal_claim_account ON signal_claim (account);

CREATE TABLE assessment (
    id uuid NOT NULL PRIMARY KEY,
    signal uuid NOT NULL UNIQUE,
    signal_kind text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('Question', 'Contributed', 'HandedOver', 'NoAction')),
    contribution text NULL CHECK (length(contribution) <= 30),
    handed_to bytea NULL CHECK (length(handed_to) BETWEEN 1 AND 844),
    reason bytea NULL CHECK (length(reason) BETWEEN 1 AND 4044),
    household uuid NULL REFERENCES household (id),
    question uuid NULL REFERENCES question (id),
    feedback text NOT NULL CHECK (length(feedback) <= 30),
    account uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
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
    signal uuid NOT NULL REFERENCES signal (id),
    household uuid NOT NULL REFERENCES household (id),
    at timestamptz NOT NULL,
    seen_at timestamptz NULL CHECK (seen_at >= at),
    seen_by uuid NULL REFERENCES account (id),
    PRIMARY KEY (signal, household),
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
CREATE INDEX signal_match_unseen ON signal_match (at) WHERE seen_at IS NULL;

-- Whoever is reported by another is told (AVG art. 14): the duty runs from the day the report came in, and each way in which it was met or put off is a row.
-- Until there is a household it goes with the signal; from then on with that household's circle, for this law.
CREATE TABLE duty_to_tell (
    id uuid NOT NULL PRIMARY KEY,
    signal uuid NOT NULL UNIQUE,
    signal_kind text NOT NULL CHECK (signal_kind = 'Concern'),
    household uuid NULL REFERENCES household (id),
    question uuid NULL REFERENCES question (id),
    law text NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    controller uuid NULL REFERENCES organisation (id),
    assessor uuid NULL REFERENCES account (id),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    state text NOT NULL CHECK (state IN ('Open', 'Told', 'Known', 'Withheld', 'NobodyFound', 'Lapsed')),
    due_on date NOT NULL,
    version integer NOT NULL,
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
    id uuid NOT NULL PRIMARY KEY,
    duty uuid NOT NULL REFERENCES duty_to_tell (id),
    state text NOT NULL CHECK (state IN ('Told', 'Known', 'Withheld', 'NobodyFound')),
    account uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    told_on date NULL,
    manner text NULL CHECK (manner IN ('InPerson', 'ByPhone', 'ByLetter')),
    words bytea NULL CHECK (length(words) BETWEEN 1 AND 8044),
    -- Where it was safe to tell: of the safety compartment, which is told in person only.
    place bytea NULL CHECK (length(place) BETWEEN 1 AND 844),
    source text NULL CHECK (source IN ('Nobody', 'Function', 'Name')),
    source_shown bytea NULL CHECK (length(source_shown) BETWEEN 1 AND 844),
    -- Sealed, each ground at the same length: which one it is tells why someone may not know.
    ground bytea NULL CHECK (length(ground) <= 60),
    reason bytea NULL CHECK (length(reason) BETWEEN 1 AND 4044),
    review_on date NULL,
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
    notice uuid NOT NULL REFERENCES notice (id),
    person uuid NOT NULL REFERENCES person (id),
    PRIMARY KEY (notice, person)
);
CREATE INDEX notice_person_person ON notice_person (person);
