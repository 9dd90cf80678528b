CREATE TABLE question (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with integer NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author uuid NULL REFERENCES account (id),
    -- About whom of the household; null is about all of it.
    about uuid NULL REFERENCES person (id),
    theme text NOT NULL CHECK (length(theme) <= 20),
    text bytea NOT NULL CHECK (length(text) BETWEEN 1 AND 8044),
    asked_at timestamptz NOT NULL,
    -- The signal lives in a later module: an id without a foreign key.
    from_signal uuid NULL,
    via_community uuid NULL,
    -- Always true: with it the foreign key admits no community of belief, origin, health or politics.
    via_community_linkable boolean NOT NULL CHECK (via_community_linkable),
    version integer NOT NULL,
    FOREIGN KEY (via_community, via_community_linkable) REFERENCES community (id, linkable)
);
CREATE INDEX question_household ON question (household, asked_at);
CREATE INDEX question_signal ON question (from_signal);

CREATE TABLE question_closure (
    question uuid NOT NULL PRIMARY KEY REFERENCES question (id),
    outcome text NOT NULL CHECK (outcome IN ('Answered', 'GoesOnAlone', 'HandedOver', 'Withdrawn')),
    closed_at timestamptz NOT NULL,
    closed_by uuid NULL REFERENCES account (id)
);

-- At most one current plan per household.
CREATE TABLE plan (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    controller uuid NOT NULL REFERENCES organisation (id),
    edition integer NOT NULL CHECK (edition >= 1),
    judged_edition integer NOT NULL CHECK (judged_edition BETWEEN 0 AND edition),
    changes integer NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NULL CHECK (ended_at >= started_at),
    version integer NOT NULL,
    UNIQUE (household, id)
);
CREATE UNIQUE INDEX plan_current ON plan (household) WHERE ended_at IS NULL;

CREATE TABLE plan_approval (
    id uuid NOT NULL PRIMARY KEY,
    plan uuid NOT NULL REFERENCES plan (id),
    edition integer NOT NULL,
    agrees boolean NOT NULL,
    words bytea NULL CHECK (length(words) <= 8044),
    by_account uuid NOT NULL REFERENCES account (id),
    at timestamptz NOT NULL,
    CHECK (agrees OR words IS NOT NULL)
);
CREATE INDEX plan_approval_plan ON plan_approval (plan, at);

CREATE TABLE goal (
    id uuid NOT NULL PRIMARY KEY,
    plan uuid NOT NULL,
    household uuid NOT NULL,
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with integer NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author uuid NULL REFERENCES account (id),
    -- About whom of the household; null is about all of it.
    about uuid NULL REFERENCES person (id),
    text bytea NOT NULL CHECK (length(text) BETWEEN 1 AND 844),
    whose bytea NOT NULL CHECK (length(whose) BETWEEN 1 AND 284),
    set_at timestamptz NOT NULL,
    reached_at timestamptz NULL CHECK (reached_at >= set_at),
    version integer NOT NULL,
    UNIQUE (id, household, law),
    FOREIGN KEY (household, plan) REFERENCES plan (household, id)
);
CREATE INDEX goal_plan ON goal (plan, set_at);
CREATE INDEX goal_household ON goal (household);

-- An action lies under the law of its goal.
CREATE TABLE plan_action (
    id uuid NOT NULL PRIMARY KEY,
    goal uuid NOT NULL,
    household uuid NOT NULL,
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL,
    audience text NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with integer NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author uuid NULL REFERENCES account (id),
    -- About whom of the household; null is about all of it.
    about uuid NULL REFERENCES person (id),
    text bytea NOT NULL CHECK (length(text) BETWEEN 1 AND 844),
    due_on date NOT NULL,
    rhythm text NOT NULL CHECK (rhythm IN ('Once', 'Weekly', 'Monthly')),
    doer text NOT NULL CHECK (doer IN ('Resident', 'OwnNetwork', 'Community', 'Volunteer', 'Professional')),
    doer_name bytea NULL CHECK (length(doer_name) <= 284),
    doer_account uuid NULL REFERENCES account (id),
    community uuid NULL CHECK (community IS NULL OR doer = 'Community'),
    community_linkable boolean NOT NULL CHECK (community_linkable),
    agreed_at timestamptz NOT NULL,
    done_at timestamptz NULL,
    version integer NOT NULL,
    FOREIGN KEY (goal, household, law) REFERENCES goal (id, household, law),
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable)
);
CREATE INDEX plan_action_goal ON plan_action (goal, due_on);
CREATE INDEX plan_action_household ON plan_action (household, due_on) WHERE done_at IS NULL;
-- Also what was done: a timeline leaves out the lines of what its reader may not see.
CREATE INDEX plan_action_timeline ON plan_action (household);

-- Gesprek: what was said, as someone wrote it down. It is not changed; who was wrong writes another.
CREATE TABLE conversation (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with integer NOT NULL CHECK (shared_with = 0),
    author uuid NOT NULL REFERENCES account (id),
    -- With whom of the household; null is with several or all.
    about uuid NULL REFERENCES person (id),
    held_on date NOT NULL,
    text bytea NOT NULL CHECK (length(text) BETWEEN 1 AND 16044),
    written_at timestamptz NOT NULL
);
CREATE INDEX conversation_household ON conversation (household, written_at);

-- Brief of besluit, to one person (about). A draft is for professionals; what was sent does not change.
CREATE TABLE letter (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience IN ('Circle', 'Professionals')),
    -- What is shielded is handed over in person: in nobody's portal, and never by post.
    safety text NOT NULL CHECK (safety IN ('None', 'Shielded')),
    shared_with integer NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author uuid NULL REFERENCES account (id),
    about uuid NOT NULL REFERENCES person (id),
    kind text NOT NULL CHECK (kind IN ('Letter', 'Decision')),
    subject bytea NOT NULL CHECK (length(subject) BETWEEN 1 AND 524),
    text bytea NOT NULL CHECK (length(text) BETWEEN 1 AND 40044),
    outcome bytea NULL CHECK (length(outcome) BETWEEN 1 AND 2044),
    reference text NULL CHECK (length(reference) BETWEEN 1 AND 40),
    drafted_at timestamptz NOT NULL,
    sent_at timestamptz NULL CHECK (sent_at >= drafted_at),
    sent_by uuid NULL REFERENCES account (id),
    objection_until date NULL,
    -- As they were when it was sent: on whose behalf it was decided (Awb art. 10:10), and where to object (art. 3:45).
    decided_for text NULL CHECK (length(decided_for) BETWEEN 1 AND 200),
    objection_address text NULL CHECK (length(objection_address) BETWEEN 1 AND 400),
    posted_at timestamptz NULL CHECK (posted_at >= sent_at),
    posted_by uuid NULL REFERENCES account (id),
    read_at timestamptz NULL CHECK (read_at >= sent_at),
    version integer NOT NULL,
    CHECK (safety = 'None' OR audience = 'Professionals' AND posted_at IS NULL AND read_at IS NULL),
    CHECK ((kind = 'Decision') = (outcome IS NOT NULL)),
    CHECK ((sent_at IS NULL) = (sent_by IS NULL)),
    CHECK ((posted_at IS NULL) = (posted_by IS NULL)),
    -- A decision that was sent says until when one can object (Awb art. 6:7); a draft is for professionals.
    CHECK ((kind = 'Decision' AND sent_at IS NOT NULL) = (objection_until IS NOT NULL)),
    CHECK ((objection_until IS NULL) = (decided_for IS NULL) AND (objection_until IS NULL) = (objection_address IS NULL)),
    CHECK (sent_at IS NOT NULL OR audience = 'Professionals' AND posted_at IS NULL AND read_at IS NULL)
);
CREATE INDEX letter_household ON letter (household, sent_at);
CREATE INDEX letter_about ON letter (about, sent_at);
CREATE FUNCTION letter_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a letter that was sent does not change'; END $$;
-- Its words may be sealed anew under another key (keys rotate); under the same key, whose id stands in front, they are other words.
CREATE TRIGGER letter_stands BEFORE UPDATE ON letter FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL AND ((OLD.household, OLD.controller, OLD.law, OLD.about, OLD.kind, OLD.reference, OLD.sent_at, OLD.objection_until, OLD.decided_for, OLD.objection_address) IS DISTINCT FROM (NEW.household, NEW.controller, NEW.law, NEW.about, NEW.kind, NEW.reference, NEW.sent_at, NEW.objection_until, NEW.decided_for, NEW.objection_address) OR (OLD.subject IS DISTINCT FROM NEW.subject AND substring(OLD.subject FROM 1 FOR 16) IS NOT DISTINCT FROM substring(NEW.subject FROM 1 FOR 16)) OR (OLD.text IS DISTINCT FROM NEW.text AND substring(OLD.text FROM 1 FOR 16) IS NOT DISTINCT FROM substring(NEW.text FROM 1 FOR 16)) OR (OLD.outcome IS DISTINCT FROM NEW.outcome AND substring(OLD.outcome FROM 1 FOR 16) IS NOT DISTINCT FROM substring(NEW.outcome FROM 1 FOR 16))))
    EXECUTE FUNCTION letter_stands();

-- What of the safety compartment was told in person, and where that was safe; or why it is not yet, and when that is weighed again (AVG art. 14).
CREATE TABLE disclosure (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience IN ('Professionals', 'Author')),
    safety text NOT NULL CHECK (safety = 'Shielded'),
    shared_with integer NOT NULL CHECK (shared_with = 0),
    author uuid NOT NULL REFERENCES account (id),
    about uuid NOT NULL REFERENCES person (id),
    question uuid NULL REFERENCES question (id),
    goal uuid NULL REFERENCES goal (id),
    letter uuid NULL REFERENCES letter (id),
    conversation uuid NULL REFERENCES conversation (id),
    told_on date NULL,
    place bytea NULL CHECK (length(place) BETWEEN 1 AND 844),
    words bytea NOT NULL CHECK (length(words) BETWEEN 1 AND 8044),
    review_on date NULL,
    at timestamptz NOT NULL,
    CHECK (num_nonnulls(question, goal, letter, conversation) = 1),
    CHECK ((told_on IS NULL) = (place IS NULL)),
    CHECK ((told_on IS NULL) <> (review_on IS NULL))
);
CREATE INDEX disclosure_household ON disclosure (household, at);
CREATE INDEX disclosure_question ON disclosure (question);
CREATE INDEX disclosure_letter ON disclosure (letter);

-- Vraag om instemming: whether someone agrees to help, or to sharing. Never the legal basis; every answer stays.
CREATE TABLE consent_request (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NOT NULL REFERENCES household (id),
    controller uuid NOT NULL REFERENCES organisation (id),
    law text NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience text NOT NULL CHECK (audience = 'Circle'),
    safety text NOT NULL CHECK (safety = 'None'),
    shared_with integer NOT NULL CHECK (shared_with = 0),
    author uuid NULL REFERENCES account (id),
    about uuid NOT NULL REFERENCES person (id),
    kind text NOT NULL CHECK (kind IN ('Help', 'Sharing')),
    with_organisation uuid NOT NULL REFERENCES organisation (id),
    to_law text NULL CHECK (to_law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    what bytea NOT NULL CHECK (length(what) BETWEEN 1 AND 2044),
    why bytea NOT NULL CHECK (length(why) BETWEEN 1 AND 2044),
    asked_at timestamptz NOT NULL,
    ended_at timestamptz NULL CHECK (ended_at >= asked_at),
    version integer NOT NULL,
    CHECK ((kind = 'Sharing') = (to_law IS NOT NULL))
);
CREATE INDEX consent_request_household ON consent_request (household, asked_at);
CREATE INDEX consent_request_about ON consent_request (about, asked_at);

CREATE TABLE consent_answer (
    id uuid NOT NULL PRIMARY KEY,
    request uuid NOT NULL REFERENCES consent_request (id),
    by_person uuid NOT NULL REFERENCES person (id),
    by_account uuid NOT NULL REFERENCES account (id),
    -- Said to someone of the circle, who wrote it down.
    spoken boolean NOT NULL,
    agrees boolean NOT NULL,
    words bytea NULL CHECK (length(words) BETWEEN 1 AND 2044),
    at timestamptz NOT NULL
);
CREATE INDEX consent_answer_request ON consent_answer (request, at);

-- Shared although the answer was no, on a ground in law that the resident reads.
CREATE TABLE lawful_sharing (
    id uuid NOT NULL PRIMARY KEY,
    request uuid NOT NULL REFERENCES consent_request (id),
    ground text NOT NULL CHECK (ground IN ('LegalDuty', 'VitalInterest')),
    reason bytea NOT NULL CHECK (length(reason) BETWEEN 1 AND 2044),
    at timestamptz NOT NULL,
    by_account uuid NOT NULL REFERENCES account (id)
);
CREATE INDEX lawful_sharing_request ON lawful_sharing (request, at);
