CREATE TABLE agenda_item (
    id TEXT NOT NULL PRIMARY KEY,
    issue TEXT NOT NULL REFERENCES collective_issue (id),
    policy_table TEXT NOT NULL CHECK (policy_table IN ('Municipality', 'HousingCorporation', 'Insurer', 'Employer', 'Uwv', 'Other')),
    table_name TEXT NULL CHECK (length(table_name) BETWEEN 1 AND 120),
    question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
    search_text TEXT NOT NULL CHECK (length(search_text) <= 1100),
    owner TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    put_by TEXT NOT NULL,
    put_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK ((policy_table IN ('Municipality', 'Uwv')) = (table_name IS NULL))
);
CREATE INDEX agenda_item_issue ON agenda_item (issue);
CREATE INDEX agenda_item_answer_by ON agenda_item (answer_by);

CREATE TABLE answer (
    item TEXT NOT NULL PRIMARY KEY REFERENCES agenda_item (id),
    decision TEXT NOT NULL CHECK (decision IN ('Done', 'Partly', 'Declined', 'Examined')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    answered_by TEXT NOT NULL,
    answered_at TEXT NOT NULL
);

-- Whether those who asked find it an answer: one voice per signal and per household.
CREATE TABLE answer_opinion (
    id TEXT NOT NULL PRIMARY KEY,
    item TEXT NOT NULL REFERENCES answer (item),
    signal TEXT NULL REFERENCES signal (id),
    household TEXT NULL REFERENCES household (id),
    question TEXT NULL REFERENCES question (id),
    is_answer INTEGER NOT NULL CHECK (is_answer IN (0, 1)),
    words BLOB NULL CHECK (length(words) BETWEEN 1 AND 4044),
    given_by TEXT NULL,
    given_at TEXT NOT NULL,
    CHECK ((signal IS NULL) <> (household IS NULL)),
    CHECK ((household IS NULL) = (question IS NULL)),
    UNIQUE (item, signal),
    UNIQUE (item, household)
);
