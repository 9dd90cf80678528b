CREATE TABLE scan_run (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('Households', 'Areas', 'Signals')),
    state text NOT NULL CHECK (state IN ('Queued', 'Running', 'Done', 'Cancelled', 'Interrupted', 'Failed')),
    is_open boolean NOT NULL,
    started_by uuid NULL,
    scheduled_for date NULL,
    started_at timestamptz NOT NULL,
    since date NOT NULL,
    until date NOT NULL,
    seed bigint NOT NULL,
    replicates integer NOT NULL CHECK (replicates > 0),
    max_share_percent integer NOT NULL CHECK (max_share_percent BETWEEN 1 AND 100),
    max_days integer NULL CHECK (max_days > 0),
    progress integer NOT NULL CHECK (progress BETWEEN 0 AND replicates),
    beat_at timestamptz NOT NULL,
    worker text NULL CHECK (length(worker) <= 100),
    attempts integer NOT NULL CHECK (attempts >= 0),
    finished_at timestamptz NULL,
    counted integer NULL,
    unplaced integer NULL,
    buurten_left_out integer NULL,
    population text NULL CHECK (population IN ('Households', 'Inhabitants')),
    input_digest text NULL CHECK (length(input_digest) = 64),
    version integer NOT NULL,
    CHECK (is_open = (state IN ('Queued', 'Running'))),
    CHECK ((state = 'Done') = (input_digest IS NOT NULL)),
    CHECK ((kind = 'Signals') = (max_days IS NOT NULL)),
    CHECK (scheduled_for IS NULL OR started_by IS NULL),
    UNIQUE (id, kind)
);
-- Only one scan at once, whatever the number of nodes.
CREATE UNIQUE INDEX scan_run_one_open ON scan_run (is_open) WHERE is_open;
-- What the schedule asks for is asked once, whatever the number of nodes and restarts.
CREATE UNIQUE INDEX scan_run_scheduled ON scan_run (kind, scheduled_for) WHERE scheduled_for IS NOT NULL;
CREATE INDEX scan_run_started ON scan_run (started_at);

-- What a run looked at: sorted rows of buurt, themes with their month and communities, and no household. Erased after a while.
CREATE TABLE kept_input (
    run uuid NOT NULL PRIMARY KEY REFERENCES scan_run (id),
    compressed bytea NOT NULL,
    kept_at timestamptz NOT NULL
);
CREATE INDEX kept_input_kept ON kept_input (kept_at);

-- What chance gives: the greatest score of each replicate, per family and theme, as 32-bit floats.
CREATE TABLE scan_null (
    run uuid NOT NULL REFERENCES scan_run (id),
    family text NOT NULL CHECK (family IN ('Area', 'Community')),
    theme text NOT NULL CHECK (length(theme) <= 30),
    maxima bytea NOT NULL,
    PRIMARY KEY (run, family, theme)
);

-- A sensitive community has no linkable row, so the database refuses a finding about it.
CREATE TABLE finding (
    id uuid NOT NULL PRIMARY KEY,
    run uuid NOT NULL,
    kind text NOT NULL,
    family text NOT NULL CHECK (family IN ('Area', 'Community')),
    theme text NOT NULL CHECK (length(theme) <= 30),
    community uuid NULL,
    community_linkable boolean NULL CHECK (community_linkable),
    found_at timestamptz NOT NULL,
    since date NOT NULL,
    half_since date NULL,
    until date NOT NULL,
    cases integer NOT NULL CHECK (cases > 0),
    among integer NOT NULL CHECK (among >= 0),
    total_cases integer NOT NULL CHECK (total_cases >= cases),
    total_among integer NOT NULL CHECK (total_among >= among),
    score double precision NOT NULL,
    p double precision NOT NULL CHECK (p > 0 AND p <= 1),
    chance_within_family double precision NOT NULL CHECK (chance_within_family > 0 AND chance_within_family <= 1),
    beside_buurt text NULL CHECK (beside_buurt IN ('Holds', 'NotShown', 'CannotTell')),
    expected_by_buurt double precision NULL,
    chance_beside_buurt double precision NULL CHECK (chance_beside_buurt > 0 AND chance_beside_buurt <= 1),
    origin uuid NOT NULL REFERENCES finding (id),
    returns uuid NULL REFERENCES finding (id),
    told_outside boolean NOT NULL,
    FOREIGN KEY (run, kind) REFERENCES scan_run (id, kind),
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable),
    CHECK ((family = 'Community') = (community IS NOT NULL)),
    CHECK ((community IS NULL) = (community_linkable IS NULL)),
    CHECK ((family = 'Community' AND kind = 'Households') = (beside_buurt IS NOT NULL)),
    -- The population of CBS may be older than the cases.
    CHECK (kind = 'Areas' OR among >= cases),
    -- Outside the team at least ten cases and ten others; that it betrays no smaller group by subtraction is weighed when the scan is kept.
    CHECK (NOT told_outside OR (cases >= 10 AND among - cases >= 10)),
    -- Asked every night, only what chance gives once a year or less is told.
    CHECK (kind <> 'Signals' OR p * 365 <= 1),
    -- Themes that are never looked at by community (ADR 0006).
    CHECK (community IS NULL OR theme NOT IN ('Arrears', 'Safety', 'Addiction', 'Sexuality')),
    CHECK (since <= until AND (half_since IS NULL OR (half_since >= since AND half_since <= until)))
);
CREATE INDEX finding_run ON finding (run);
CREATE INDEX finding_origin ON finding (origin);

CREATE TABLE finding_buurt (
    finding uuid NOT NULL REFERENCES finding (id),
    buurt_code text NOT NULL CHECK (length(buurt_code) = 10),
    cases integer NOT NULL CHECK (cases >= 0),
    among integer NOT NULL CHECK (among >= 0),
    PRIMARY KEY (finding, buurt_code)
);

CREATE TABLE verdict (
    finding uuid NOT NULL PRIMARY KEY REFERENCES finding (id),
    confirmed boolean NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    judged_by uuid NOT NULL,
    judged_at timestamptz NOT NULL
);

CREATE TABLE hearing (
    id uuid NOT NULL PRIMARY KEY,
    community uuid NOT NULL,
    community_linkable boolean NOT NULL CHECK (community_linkable),
    theme text NOT NULL CHECK (length(theme) <= 30),
    words text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
    heard_by uuid NOT NULL,
    heard_at timestamptz NOT NULL,
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable)
);
CREATE INDEX hearing_community ON hearing (community, theme);

CREATE TABLE collective_issue (
    id uuid NOT NULL PRIMARY KEY,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    theme text NOT NULL CHECK (length(theme) <= 30),
    summary text NOT NULL CHECK (length(summary) BETWEEN 1 AND 2000),
    search_text text NOT NULL CHECK (length(search_text) <= 2200),
    finding uuid NULL UNIQUE REFERENCES finding (id),
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    version integer NOT NULL
);

CREATE TABLE issue_area (
    issue uuid NOT NULL REFERENCES collective_issue (id),
    area_code text NOT NULL CHECK (length(area_code) IN (8, 10)),
    PRIMARY KEY (issue, area_code)
);

CREATE TABLE issue_community (
    issue uuid NOT NULL REFERENCES collective_issue (id),
    community uuid NOT NULL,
    community_linkable boolean NOT NULL CHECK (community_linkable),
    PRIMARY KEY (issue, community),
    FOREIGN KEY (community, community_linkable) REFERENCES community (id, linkable)
);

CREATE TABLE issue_action (
    id uuid NOT NULL PRIMARY KEY,
    issue uuid NOT NULL REFERENCES collective_issue (id),
    direction text NOT NULL CHECK (direction IN ('Personal', 'Rules', 'Community', 'PolicyTable')),
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
    who text NOT NULL CHECK (length(who) BETWEEN 1 AND 120),
    due_on date NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    done_at timestamptz NULL,
    version integer NOT NULL
);
CREATE INDEX issue_action_issue ON issue_action (issue);

-- Who brought something in. Never the households that a scan merely counted.
CREATE TABLE issue_contribution (
    id uuid NOT NULL PRIMARY KEY,
    issue uuid NOT NULL REFERENCES collective_issue (id),
    signal uuid NULL REFERENCES signal (id),
    household uuid NULL REFERENCES household (id),
    question uuid NULL REFERENCES question (id),
    wants_answer boolean NOT NULL,
    added_by uuid NULL,
    added_at timestamptz NOT NULL,
    CHECK ((signal IS NULL) <> (household IS NULL)),
    CHECK ((household IS NULL) = (question IS NULL)),
    UNIQUE (issue, signal),
    UNIQUE (issue, household)
);
CREATE INDEX issue_contribution_signal ON issue_contribution (signal);
CREATE INDEX issue_contribution_household ON issue_contribution (household);
