-- The access log, after NEN 7513: who, in which role, of which organisation, from which sign-in, looked at what of whom, how, what for and on what ground.
CREATE TABLE read_line (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    event TEXT NOT NULL CHECK (length(event) <= 30),
    outcome TEXT NOT NULL CHECK (outcome IN ('Allowed', 'Refused')),
    household TEXT NULL,
    subject TEXT NULL,
    what TEXT NOT NULL CHECK (length(what) <= 60),
    data TEXT NOT NULL CHECK (length(data) <= 30),
    purpose TEXT NOT NULL CHECK (length(purpose) <= 30),
    basis TEXT NOT NULL CHECK (length(basis) <= 30),
    laws INTEGER NULL,
    account TEXT NULL,
    role TEXT NOT NULL CHECK (length(role) <= 30),
    organisation TEXT NULL,
    session TEXT NULL,
    trace TEXT NULL CHECK (length(trace) <= 32),
    CHECK (household IS NOT NULL OR subject IS NOT NULL)
);
CREATE INDEX read_line_household ON read_line (household, seq);

CREATE TABLE read_seal (
    position INTEGER NOT NULL PRIMARY KEY,
    line_seq INTEGER NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    hash BLOB NOT NULL
);

CREATE TRIGGER read_line_no_update BEFORE UPDATE ON read_line BEGIN SELECT RAISE(ABORT, 'read_line is append-only'); END;
CREATE TRIGGER read_line_no_delete BEFORE DELETE ON read_line BEGIN SELECT RAISE(ABORT, 'read_line is append-only'); END;
CREATE TRIGGER read_seal_no_update BEFORE UPDATE ON read_seal BEGIN SELECT RAISE(ABORT, 'read_seal is append-only'); END;
CREATE TRIGGER read_seal_no_delete BEFORE DELETE ON read_seal BEGIN SELECT RAISE(ABORT, 'read_seal is append-only'); END;
