CREATE TABLE scan_run (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('Households', 'Areas', 'Signals')),
    state TEXT NOT NULL CHECK (state IN ('Queued', 'Running', 'Done', 'Cancelled', 'Interrupted', 'Failed')),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    started_by TEXT NULL,
    scheduled_for TEXT NULL,
    started_at TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    seed INTEGER NOT NULL,
    replicates INTEGER NOT NULL CHECK (replicates > 0),
    max_share_percent INTEGER NOT NULL CHECK (max_share_percent BETWEEN 1 AND 100),
    max_days INTEGER NULL CHECK (max_days > 0),
    progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND replicates),
    beat_at TEXT NOT NULL,
    worker TEXT NULL CHECK (length(worker) <= 100),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    finished_at TEXT NULL,
    counted INTEGER NULL,
    unplaced INTEGER NULL,
    buurten_left_out INTEGER NULL,
    population TEXT NULL CHECK (population IN ('Households', 'Inhabitants')),
    input_digest TEXT NULL CHECK (length(input_digest) = 64),
    version INTEGER NOT NULL,
    CHECK (is_open = (state IN ('Queued', 'Running'))),
    CHECK ((state = 'Done') = (input_digest IS NOT NULL)),
    CHECK ((kind = 'Signals') = (max_days IS NOT NULL)),
    CHECK (scheduled_for IS NULL OR started_by IS NULL),
    UNIQUE (id, kind)
);
-- Only one scan at once, whatever the number of nodes.
CREATE UNIQUE INDEX scan_run_one_open ON scan_run (is_open) WHERE is_open = 1;
-- What the schedule asks for is asked once, whatever the number of nodes and restarts.
CREATE UNIQUE INDEX scan_run_scheduled ON scan_run (kind, scheduled_for) WHERE scheduled_for IS NOT NULL;
CREATE INDEX scan_run_started ON scan_run (started_at);

-- What a run looked at: sorted rows of buurt, themes with their month and communities, and no household. Erased after a while.
CREATE TABLE kept_input (
    run TEXT NOT NULL PRIMARY KEY REFERENCES scan_run (id),
    compressed BLOB NOT NULL,
    kept_at TEXT NOT NULL
);
CREATE INDEX kept_input_kept ON kept_input (kept_at);

-- What chance gives: the greatest score of each replicate, per family and theme, as 32-bit floats.
CREATE TABLE scan_null (
    run TEXT NOT NULL REFERENCES scan_run (id),
    family TEXT NOT NULL CHECK (family IN ('Area', 'Community')),
    theme TEXT NOT NULL CHECK (length(theme) <= 30),
    maxima BLOB NOT NULL,
    PRIMARY KEY (run, family, theme)
);

-- A sensitive community has no linkable row, so the database refuses a finding about it.
CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY,
    run TEXT NOT NULL,
    kind TEXT NOT NULL,
    family TEXT NOT NULL CHECK (family IN ('Area', 'Community')),
    theme TEXT NOT NULL CHECK (length(theme) <= 30),
    community TEXT NULL,
    community_linkable INTEGER NULL CHECK (community_linkable = 1),
    found_at TEXT NOT NULL,
    since TEXT NOT NULL,
    half_since TEXT NULL,
    until TEXT NOT NULL,
    cases INTEGER NOT NULL CHECK (cases > 0),
    among INTEGER NOT NULL CHECK (among >= 0),
    total_cases INTEGER NOT NULL CHECK (total_cases >= cases),
    total_among INTEGER NOT NULL CHECK (total_among >= among),
    score REAL NOT NULL,
    p REAL NOT NULL CHECK (p > 0 AND p <= 1),
    chance_within_family REAL NOT NULL CHECK (chance_within_family > 0 AND chance_within_family <= 1),
    beside_buurt TEXT NULL CHECK (beside_buurt IN ('Holds', 'NotShown', 'CannotTell')),
    expected_by_buurt REAL NULL,
    chance_beside_buurt REAL NULL CHECK (chance_beside_buurt > 0 AND chance_beside_buurt <= 1),
    origin TEXT NOT NULL REFERENCES finding (id),
    returns TEXT NULL REFERENCES finding (id),
    told_outside INTEGER NOT NULL CHECK (told_outside IN (0, 1)),
    FOREIGN KEY (run, kind) REFERENCES scan_run (id, kind),
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable),
    CHECK ((family = 'Community') = (community IS NOT NULL)),
    CHECK ((community IS NULL) = (community_linkable IS NULL)),
    CHECK ((family = 'Community' AND kind = 'Households') = (beside_buurt IS NOT NULL)),
    -- The population of CBS may be older than the cases.
    CHECK (kind = 'Areas' OR among >= cases),
    -- Outside the team at least ten cases and ten others; that it betrays no smaller group by subtraction is weighed when the scan is kept.
    CHECK (told_outside = 0 OR (cases >= 10 AND among - cases >= 10)),
    -- Asked every night, only what chance gives once a year or less is told.
    CHECK (kind <> 'Signals' OR p * 365 <= 1),
    -- Themes that are never looked at by community (ADR 0006).
    CHECK (community IS NULL OR theme NOT IN ('Arrears', 'Safety', 'Addiction', 'Sexuality')),
    CHECK (since <= until AND (half_since IS NULL OR (half_since >= since AND half_since <= until)))
);
CREATE INDEX finding_run ON finding (run);
CREATE INDEX finding_origin ON finding (origin);

CREATE TABLE finding_buurt (
    finding TEXT NOT NULL REFERENCES finding (id),
    buurt_code TEXT NOT NULL CHECK (length(buurt_code) = 10),
    cases INTEGER NOT NULL CHECK (cases >= 0),
    among INTEGER NOT NULL CHECK (among >= 0),
    PRIMARY KEY (finding, buurt_code)
);

CREATE TABLE verdict (
    finding TEXT NOT NULL PRIMARY KEY REFERENCES finding (id),
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    judged_by TEXT NOT NULL,
    judged_at TEXT NOT NULL
);

CREATE TABLE hearing (
    id TEXT NOT NULL PRIMARY KEY,
    community TEXT NOT NULL,
    community_linkable INTEGER NOT NULL CHECK (community_linkable = 1),
    theme TEXT NOT NULL CHECK (length(theme) <= 30),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    heard_by TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable)
);
CREATE INDEX hearing_community ON hearing (community, theme);

CREATE TABLE collective_issue (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    theme TEXT NOT NULL CHECK (length(theme) <= 30),
    summary TEXT NOT NULL CHECK (length(summary) BETWEEN 1 AND 2000),
    search_text TEXT NOT NULL CHECK (length(search_text) <= 2200),
    finding TEXT NULL UNIQUE REFERENCES finding (id),
    opened_by TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE issue_area (
    issue TEXT NOT NULL REFERENCES collective_issue (id),
    area_code TEXT NOT NULL CHECK (length(area_code) IN (8, 10)),
    PRIMARY KEY (issue, area_code)
);

CREATE TABLE issue_community (
    issue TEXT NOT NULL REFERENCES collective_issue (id),
    community TEXT NOT NULL,
    community_linkable INTEGER NOT NULL CHECK (community_linkable = 1),
    PRIMARY KEY (issue, community),
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable)
);

CREATE TABLE issue_action (
    id TEXT NOT NULL PRIMARY KEY,
    issue TEXT NOT NULL REFERENCES collective_issue (id),
    direction TEXT NOT NULL CHECK (direction IN ('Personal', 'Rules', 'Community', 'PolicyTable')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
    who TEXT NOT NULL CHECK (length(who) BETWEEN 1 AND 120),
    due_on TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    done_at TEXT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX issue_action_issue ON issue_action (issue);

-- Who brought something in. Never the households that a scan merely counted.
CREATE TABLE issue_contribution (
    id TEXT NOT NULL PRIMARY KEY,
    issue TEXT NOT NULL REFERENCES collective_issue (id),
    signal TEXT NULL REFERENCES signal (id),
    household TEXT NULL REFERENCES household (id),
    question TEXT NULL REFERENCES question (id),
    wants_answer INTEGER NOT NULL CHECK (wants_answer IN (0, 1)),
    added_by TEXT NULL,
    added_at TEXT NOT NULL,
    CHECK ((signal IS NULL) <> (household IS NULL)),
    CHECK ((household IS NULL) = (question IS NULL)),
    UNIQUE (issue, signal),
    UNIQUE (issue, household)
);
CREATE INDEX issue_contribution_signal ON issue_contribution (signal);
CREATE INDEX issue_contribution_household ON issue_contribution (household);
