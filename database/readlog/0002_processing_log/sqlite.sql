-- The processing log, after Logboek Dataverwerkingen: which processing activity handled data of whom, when, and how it ended. Never who did it.
CREATE TABLE processing_line (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    trace_id TEXT NOT NULL CHECK (length(trace_id) = 32),
    span_id TEXT NOT NULL CHECK (length(span_id) = 16),
    parent_span_id TEXT NULL CHECK (length(parent_span_id) = 16),
    status TEXT NOT NULL CHECK (status IN ('Unset', 'Ok', 'Error')),
    name TEXT NOT NULL CHECK (length(name) <= 80),
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    activity TEXT NOT NULL CHECK (length(activity) <= 40),
    data_subject TEXT NULL CHECK (length(data_subject) = 32),
    data_subject_type TEXT NULL CHECK (length(data_subject_type) <= 20),
    foreign_trace_id TEXT NULL CHECK (length(foreign_trace_id) = 32),
    foreign_span_id TEXT NULL CHECK (length(foreign_span_id) = 16),
    foreign_processor TEXT NULL CHECK (length(foreign_processor) <= 200),
    version TEXT NOT NULL CHECK (length(version) <= 60)
);

CREATE TABLE processing_seal (
    position INTEGER NOT NULL PRIMARY KEY,
    line_seq INTEGER NOT NULL UNIQUE,
    digest BLOB NOT NULL,
    hash BLOB NOT NULL
);

-- The key of the pseudonyms, wrapped with the installation's own, which are not in the database.
CREATE TABLE processing_key (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    wrapped BLOB NOT NULL
);

-- How far the collector has confirmed.
CREATE TABLE processing_export (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position INTEGER NOT NULL,
    at TEXT NOT NULL
);

CREATE TRIGGER processing_line_no_update BEFORE UPDATE ON processing_line BEGIN SELECT RAISE(ABORT, 'processing_line is append-only'); END;
CREATE TRIGGER processing_line_no_delete BEFORE DELETE ON processing_line BEGIN SELECT RAISE(ABORT, 'processing_line is append-only'); END;
CREATE TRIGGER processing_seal_no_update BEFORE UPDATE ON processing_seal BEGIN SELECT RAISE(ABORT, 'processing_seal is append-only'); END;
CREATE TRIGGER processing_seal_no_delete BEFORE DELETE ON processing_seal BEGIN SELECT RAISE(ABORT, 'processing_seal is append-only'); END;
