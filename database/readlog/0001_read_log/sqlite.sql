CREATE TABLE read_line (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    household TEXT NOT NULL,
    what TEXT NOT NULL CHECK (length(what) <= 60),
    purpose TEXT NOT NULL CHECK (length(purpose) <= 30),
    account TEXT NULL,
    role TEXT NOT NULL CHECK (length(role) <= 30),
    organisation TEXT NULL
);
CREATE INDEX read_line_household ON read_line (household, seq);
CREATE TRIGGER read_line_no_update BEFORE UPDATE ON read_line BEGIN SELECT RAISE(ABORT, 'read_line is append-only'); END;
CREATE TRIGGER read_line_no_delete BEFORE DELETE ON read_line BEGIN SELECT RAISE(ABORT, 'read_line is append-only'); END;
