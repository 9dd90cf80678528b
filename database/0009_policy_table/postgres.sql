CREATE TABLE agenda_item (
    id uuid NOT NULL PRIMARY KEY,
    issue uuid NOT NULL REFERENCES collective_issue (id),
    policy_table text NOT NULL CHECK (policy_table IN ('Municipality', 'HousingCorporation', 'Insurer', 'Employer', 'Uwv', 'Other')),
    table_name text NULL CHECK (length(table_name) BETWEEN 1 AND 120),
    question text NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
    search_text text NOT NULL CHECK (length(search_text) <= 1100),
    owner uuid NOT NULL,
    answer_by date NOT NULL,
    put_by uuid NOT NULL,
    put_at timestamptz NOT NULL,
    version integer NOT NULL,
    CHECK ((policy_table IN ('Municipality', 'Uwv')) = (table_name IS NULL))
);
CREATE INDEX agenda_item_issue ON agenda_item (issue);
CREATE INDEX agenda_item_answer_by ON agenda_item (answer_by);

CREATE TABLE answer (
    item uuid NOT NULL PRIMARY KEY REFERENCES agenda_item (id),
    decision text NOT NULL CHECK (decision IN ('Done', 'Partly', 'Declined', 'Examined')),
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    answered_by uuid NOT NULL,
    answered_at timestamptz NOT NULL
);

-- Whether those who asked find it an answer: one voice per signal and per household.
CREATE TABLE answer_opinion (
    id uuid NOT NULL PRIMARY KEY,
    item uuid NOT NULL REFERENCES answer (item),
    signal uuid NULL REFERENCES signal (id),
    household uuid NULL REFERENCES household (id),
    question uuid NULL REFERENCES question (id),
    is_answer boolean NOT NULL,
    words bytea NULL CHECK (length(words) BETWEEN 1 AND 4044),
    given_by uuid NULL,
    given_at timestamptz NOT NULL,
    CHECK ((signal IS NULL) <> (household IS NULL)),
    CHECK ((household IS NULL) = (question IS NULL)),
    UNIQUE (item, signal),
    UNIQUE (item, household)
);
