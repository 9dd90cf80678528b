CREATE TABLE question (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with INTEGER NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author TEXT NULL REFERENCES account (id),
    -- About whom of the household; null is about all of it.
    about TEXT NULL REFERENCES person (id),
    theme TEXT NOT NULL CHECK (length(theme) <= 20),
    text BLOB NOT NULL CHECK (length(text) BETWEEN 1 AND 8044),
    asked_at TEXT NOT NULL,
    -- The signal lives in a later module: an id without a foreign key.
    from_signal TEXT NULL,
    via_community TEXT NULL,
    -- Always true: with it the foreign key admits no community of belief, origin, health or politics.
    via_community_linkable INTEGER NOT NULL CHECK (via_community_linkable = 1),
    version INTEGER NOT NULL,
    FOREIGN KEY (via_community, via_community_linkable) REFERENCES community (id, linkable)
);
CREATE INDEX question_household ON question (household, asked_at);
CREATE INDEX question_signal ON question (from_signal);

CREATE TABLE question_closure (
    question TEXT NOT NULL PRIMARY KEY REFERENCES question (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('Answered', 'GoesOnAlone', 'HandedOver', 'Withdrawn')),
    closed_at TEXT NOT NULL,
    closed_by TEXT NULL REFERENCES account (id)
);

-- At most one current plan per household.
CREATE TABLE plan (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    controller TEXT NOT NULL REFERENCES organisation (id),
    edition INTEGER NOT NULL CHECK (edition >= 1),
    judged_edition INTEGER NOT NULL CHECK (judged_edition BETWEEN 0 AND edition),
    changes INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NULL CHECK (ended_at >= started_at),
    version INTEGER NOT NULL,
    UNIQUE (household, id)
);
CREATE UNIQUE INDEX plan_current ON plan (household) WHERE ended_at IS NULL;

CREATE TABLE plan_approval (
    id TEXT NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plan (id),
    edition INTEGER NOT NULL,
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    words BLOB NULL CHECK (length(words) <= 8044),
    by_account TEXT NOT NULL REFERENCES account (id),
    at TEXT NOT NULL,
    CHECK (agrees OR words IS NOT NULL)
);
CREATE INDEX plan_approval_plan ON plan_approval (plan, at);

CREATE TABLE goal (
    id TEXT NOT NULL PRIMARY KEY,
    plan TEXT NOT NULL,
    household TEXT NOT NULL,
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with INTEGER NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author TEXT NULL REFERENCES account (id),
    -- About whom of the household; null is about all of it.
    about TEXT NULL REFERENCES person (id),
    text BLOB NOT NULL CHECK (length(text) BETWEEN 1 AND 844),
    whose BLOB NOT NULL CHECK (length(whose) BETWEEN 1 AND 284),
    set_at TEXT NOT NULL,
    reached_at TEXT NULL CHECK (reached_at >= set_at),
    version INTEGER NOT NULL,
    UNIQUE (id, household, law),
    FOREIGN KEY (household, plan) REFERENCES plan (household, id)
);
CREATE INDEX goal_plan ON goal (plan, set_at);
CREATE INDEX goal_household ON goal (household);

-- An action lies under the law of its goal.
CREATE TABLE plan_action (
    id TEXT NOT NULL PRIMARY KEY,
    goal TEXT NOT NULL,
    household TEXT NOT NULL,
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with INTEGER NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author TEXT NULL REFERENCES account (id),
    -- About whom of the household; null is about all of it.
    about TEXT NULL REFERENCES person (id),
    text BLOB NOT NULL CHECK (length(text) BETWEEN 1 AND 844),
    due_on TEXT NOT NULL,
    rhythm TEXT NOT NULL CHECK (rhythm IN ('Once', 'Weekly', 'Monthly')),
    doer TEXT NOT NULL CHECK (doer IN ('Resident', 'OwnNetwork', 'Community', 'Volunteer', 'Professional')),
    doer_name BLOB NULL CHECK (length(doer_name) <= 284),
    doer_account TEXT NULL REFERENCES account (id),
    community TEXT NULL CHECK (community IS NULL OR doer = 'Community'),
    community_linkable INTEGER NOT NULL CHECK (community_linkable = 1),
    agreed_at TEXT NOT NULL,
    done_at TEXT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (goal, household, law) REFERENCES goal (id, household, law),
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable)
);
CREATE INDEX plan_action_goal ON plan_action (goal, due_on);
CREATE INDEX plan_action_household ON plan_action (household, due_on) WHERE done_at IS NULL;
-- Also what was done: a timeline leaves out the lines of what its reader may not see.
CREATE INDEX plan_action_timeline ON plan_action (household);

-- Gesprek: what was said, as someone wrote it down. It is not changed; who was wrong writes another.
CREATE TABLE conversation (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience IN ('Circle', 'Professionals', 'Author')),
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    -- The other laws whose members read along: 1 Wmo, 2 Jeugdwet, 4 Participatiewet, 8 Wgs, added up.
    shared_with INTEGER NOT NULL CHECK (shared_with = 0),
    author TEXT NOT NULL REFERENCES account (id),
    -- With whom of the household; null is with several or all.
    about TEXT NULL REFERENCES person (id),
    held_on TEXT NOT NULL,
    text BLOB NOT NULL CHECK (length(text) BETWEEN 1 AND 16044),
    written_at TEXT NOT NULL
);
CREATE INDEX conversation_household ON conversation (household, written_at);

-- Brief of besluit, to one person (about). A draft is for professionals; what was sent does not change.
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience IN ('Circle', 'Professionals')),
    -- What is shielded is handed over in person: in nobody's portal, and never by post.
    safety TEXT NOT NULL CHECK (safety IN ('None', 'Shielded')),
    shared_with INTEGER NOT NULL CHECK (shared_with BETWEEN 0 AND 15 AND (safety = 'None' OR shared_with = 0)),
    author TEXT NULL REFERENCES account (id),
    about TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('Letter', 'Decision')),
    subject BLOB NOT NULL CHECK (length(subject) BETWEEN 1 AND 524),
    text BLOB NOT NULL CHECK (length(text) BETWEEN 1 AND 40044),
    outcome BLOB NULL CHECK (length(outcome) BETWEEN 1 AND 2044),
    reference TEXT NULL CHECK (length(reference) BETWEEN 1 AND 40),
    drafted_at TEXT NOT NULL,
    sent_at TEXT NULL CHECK (sent_at >= drafted_at),
    sent_by TEXT NULL REFERENCES account (id),
    objection_until TEXT NULL,
    -- As they were when it was sent: on whose behalf it was decided (Awb art. 10:10), and where to object (art. 3:45).
    decided_for TEXT NULL CHECK (length(decided_for) BETWEEN 1 AND 200),
    objection_address TEXT NULL CHECK (length(objection_address) BETWEEN 1 AND 400),
    posted_at TEXT NULL CHECK (posted_at >= sent_at),
    posted_by TEXT NULL REFERENCES account (id),
    read_at TEXT NULL CHECK (read_at >= sent_at),
    version INTEGER NOT NULL,
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
-- Its words may be sealed anew under another key (keys rotate); under the same key, whose id stands in front, they are other words.
CREATE TRIGGER letter_stands BEFORE UPDATE ON letter WHEN OLD.sent_at IS NOT NULL AND (OLD.household IS NOT NEW.household OR OLD.controller IS NOT NEW.controller OR OLD.law IS NOT NEW.law OR OLD.about IS NOT NEW.about OR OLD.kind IS NOT NEW.kind OR (OLD.subject IS NOT NEW.subject AND substr(OLD.subject, 1, 16) IS substr(NEW.subject, 1, 16)) OR (OLD.text IS NOT NEW.text AND substr(OLD.text, 1, 16) IS substr(NEW.text, 1, 16)) OR (OLD.outcome IS NOT NEW.outcome AND substr(OLD.outcome, 1, 16) IS substr(NEW.outcome, 1, 16)) OR OLD.reference IS NOT NEW.reference OR OLD.sent_at IS NOT NEW.sent_at OR OLD.objection_until IS NOT NEW.objection_until OR OLD.decided_for IS NOT NEW.decided_for OR OLD.objection_address IS NOT NEW.objection_address)
BEGIN SELECT RAISE(ABORT, 'a letter that was sent does not change'); END;

-- What of the safety compartment was told in person, and where that was safe; or why it is not yet, and when that is weighed again (AVG art. 14).
CREATE TABLE disclosure (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience IN ('Professionals', 'Author')),
    safety TEXT NOT NULL CHECK (safety = 'Shielded'),
    shared_with INTEGER NOT NULL CHECK (shared_with = 0),
    author TEXT NOT NULL REFERENCES account (id),
    about TEXT NOT NULL REFERENCES person (id),
    question TEXT NULL REFERENCES question (id),
    goal TEXT NULL REFERENCES goal (id),
    letter TEXT NULL REFERENCES letter (id),
    conversation TEXT NULL REFERENCES conversation (id),
    told_on TEXT NULL,
    place BLOB NULL CHECK (length(place) BETWEEN 1 AND 844),
    words BLOB NOT NULL CHECK (length(words) BETWEEN 1 AND 8044),
    review_on TEXT NULL,
    at TEXT NOT NULL,
    CHECK ((question IS NOT NULL) + (goal IS NOT NULL) + (letter IS NOT NULL) + (conversation IS NOT NULL) = 1),
    CHECK ((told_on IS NULL) = (place IS NULL)),
    CHECK ((told_on IS NULL) <> (review_on IS NULL))
);
CREATE INDEX disclosure_household ON disclosure (household, at);
CREATE INDEX disclosure_question ON disclosure (question);
CREATE INDEX disclosure_letter ON disclosure (letter);

-- Vraag om instemming: whether someone agrees to help, or to sharing. Never the legal basis; every answer stays.
CREATE TABLE consent_request (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NOT NULL REFERENCES household (id),
    controller TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    audience TEXT NOT NULL CHECK (audience = 'Circle'),
    safety TEXT NOT NULL CHECK (safety = 'None'),
    shared_with INTEGER NOT NULL CHECK (shared_with = 0),
    author TEXT NULL REFERENCES account (id),
    about TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('Help', 'Sharing')),
    with_organisation TEXT NOT NULL REFERENCES organisation (id),
    to_law TEXT NULL CHECK (to_law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    what BLOB NOT NULL CHECK (length(what) BETWEEN 1 AND 2044),
    why BLOB NOT NULL CHECK (length(why) BETWEEN 1 AND 2044),
    asked_at TEXT NOT NULL,
    ended_at TEXT NULL CHECK (ended_at >= asked_at),
    version INTEGER NOT NULL,
    CHECK ((kind = 'Sharing') = (to_law IS NOT NULL))
);
CREATE INDEX consent_request_household ON consent_request (household, asked_at);
CREATE INDEX consent_request_about ON consent_request (about, asked_at);

CREATE TABLE consent_answer (
    id TEXT NOT NULL PRIMARY KEY,
    request TEXT NOT NULL REFERENCES consent_request (id),
    by_person TEXT NOT NULL REFERENCES person (id),
    by_account TEXT NOT NULL REFERENCES account (id),
    -- Said to someone of the circle, who wrote it down.
    spoken INTEGER NOT NULL CHECK (spoken IN (0, 1)),
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    words BLOB NULL CHECK (length(words) BETWEEN 1 AND 2044),
    at TEXT NOT NULL
);
CREATE INDEX consent_answer_request ON consent_answer (request, at);

-- Shared although the answer was no, on a ground in law that the resident reads.
CREATE TABLE lawful_sharing (
    id TEXT NOT NULL PRIMARY KEY,
    request TEXT NOT NULL REFERENCES consent_request (id),
    ground TEXT NOT NULL CHECK (ground IN ('LegalDuty', 'VitalInterest')),
    reason BLOB NOT NULL CHECK (length(reason) BETWEEN 1 AND 2044),
    at TEXT NOT NULL,
    by_account TEXT NOT NULL REFERENCES account (id)
);
CREATE INDEX lawful_sharing_request ON lawful_sharing (request, at);
