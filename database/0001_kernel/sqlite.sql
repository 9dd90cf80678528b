CREATE TABLE installation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
    created_at TEXT NOT NULL,
    filled_at TEXT NULL
);

-- One for each law, and one (part '') for what is about the household itself: what lies under one law can be destroyed before the rest.
CREATE TABLE journal_key (
    household TEXT NOT NULL,
    part TEXT NOT NULL CHECK (length(part) <= 30),
    wrapped BLOB NOT NULL,
    PRIMARY KEY (household, part)
);

-- Keys for single values that are kept sealed, wrapped with the installation's own, which are not in the database.
CREATE TABLE data_key (
    id TEXT NOT NULL PRIMARY KEY,
    use TEXT NOT NULL CHECK (use IN ('Seal', 'Hash')),
    wrapped BLOB NOT NULL,
    made_at TEXT NOT NULL
);

CREATE TABLE journal_line (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) <= 60),
    purpose TEXT NOT NULL CHECK (length(purpose) <= 30),
    law TEXT NULL CHECK (length(law) <= 30),
    actor_role TEXT NOT NULL CHECK (length(actor_role) <= 30),
    account TEXT NULL,
    organisation TEXT NULL,
    household TEXT NULL,
    subject TEXT NOT NULL,
    payload BLOB NULL
);
CREATE INDEX journal_line_household ON journal_line (household, seq);
CREATE INDEX journal_line_subject ON journal_line (subject, seq);

CREATE TABLE journal_seal (
    position INTEGER NOT NULL PRIMARY KEY,
    line_seq INTEGER NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    hash BLOB NOT NULL
);

-- Append-only: a line that stands is never changed.
CREATE TRIGGER journal_line_no_update BEFORE UPDATE ON journal_line BEGIN SELECT RAISE(ABORT, 'journal_line is append-only'); END;
CREATE TRIGGER journal_line_no_delete BEFORE DELETE ON journal_line BEGIN SELECT RAISE(ABORT, 'journal_line is append-only'); END;
CREATE TRIGGER journal_seal_no_update BEFORE UPDATE ON journal_seal BEGIN SELECT RAISE(ABORT, 'journal_seal is append-only'); END;
CREATE TRIGGER journal_seal_no_delete BEFORE DELETE ON journal_seal BEGIN SELECT RAISE(ABORT, 'journal_seal is append-only'); END;
