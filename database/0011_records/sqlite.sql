-- Archief (docs/adr/0060, 0061): what goes, who let it go, and what stands in its place. Ids and days, no names: these rows outlive what they tell of,
-- so they point at it without a foreign key.

-- Aanhouding: as long as one stands, nothing of this household or signal is destroyed.
CREATE TABLE retention_hold (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NULL,
    signal TEXT NULL,
    ground TEXT NOT NULL CHECK (ground IN ('Complaint', 'Procedure', 'Request', 'Inquiry', 'Other')),
    reason BLOB NOT NULL CHECK (length(reason) BETWEEN 1 AND 2044),
    held_at TEXT NOT NULL,
    held_by TEXT NOT NULL REFERENCES account (id),
    released_at TEXT NULL CHECK (released_at >= held_at),
    released_by TEXT NULL REFERENCES account (id),
    version INTEGER NOT NULL,
    CHECK ((household IS NULL) <> (signal IS NULL)),
    CHECK ((released_at IS NULL) = (released_by IS NULL))
);
CREATE UNIQUE INDEX retention_hold_household ON retention_hold (household) WHERE released_at IS NULL;
CREATE UNIQUE INDEX retention_hold_signal ON retention_hold (signal) WHERE released_at IS NULL;

-- Verklaring van vernietiging: what one approval let go.
CREATE TABLE declaration (
    id TEXT NOT NULL PRIMARY KEY,
    approved_at TEXT NOT NULL,
    -- Without a foreign key: what a backup brought back goes again under this, also where the backup does not know the account (docs/adr/0089).
    approved_by TEXT NOT NULL,
    carry_out_from TEXT NOT NULL CHECK (carry_out_from >= approved_at)
);

-- Regel van de vernietigingslijst: proposed by the night or by a granted request, approved under a declaration, carried out.
CREATE TABLE destruction (
    id TEXT NOT NULL PRIMARY KEY,
    household TEXT NULL,
    law TEXT NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    person TEXT NULL,
    signal TEXT NULL,
    -- What of: one line at a time for the same file.
    file_key TEXT NOT NULL CHECK (length(file_key) <= 120),
    ground TEXT NOT NULL CHECK (ground IN ('Term', 'Jeugdwet', 'Avg')),
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 200),
    counted_from TEXT NOT NULL,
    due_on TEXT NOT NULL,
    request TEXT NULL,
    row_count INTEGER NOT NULL CHECK (row_count >= 0),
    counts TEXT NOT NULL CHECK (length(counts) <= 4000),
    proposed_at TEXT NOT NULL,
    declaration TEXT NULL REFERENCES declaration (id),
    done_at TEXT NULL,
    -- Since when no file of the database holds it any more.
    settled_at TEXT NULL CHECK (settled_at >= done_at),
    version INTEGER NOT NULL,
    CHECK ((household IS NULL) <> (signal IS NULL)),
    CHECK (law IS NULL OR household IS NOT NULL),
    CHECK (done_at IS NULL OR declaration IS NOT NULL),
    CHECK ((ground = 'Term') = (request IS NULL))
);
CREATE UNIQUE INDEX destruction_open ON destruction (file_key) WHERE done_at IS NULL;
CREATE INDEX destruction_due ON destruction (declaration, done_at, due_on);
CREATE INDEX destruction_unsettled ON destruction (done_at) WHERE settled_at IS NULL;

-- Grafsteen: that something was here, and that its id never comes back.
CREATE TABLE tombstone (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('Household', 'Person', 'Signal', 'Part')),
    destroyed_on TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 200),
    destruction TEXT NOT NULL REFERENCES destruction (id)
);

-- The nights on which the list was made, so that two nodes do not make it twice.
CREATE TABLE retention_night (
    night TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    found INTEGER NOT NULL CHECK (found >= 0)
);

-- What was destroyed does not come back under its own id, by an import or otherwise.
CREATE TRIGGER household_stays_gone BEFORE INSERT ON household WHEN EXISTS (SELECT 1 FROM tombstone t WHERE t.id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'this household was destroyed'); END;
CREATE TRIGGER person_stays_gone BEFORE INSERT ON person WHEN EXISTS (SELECT 1 FROM tombstone t WHERE t.id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'this person was destroyed'); END;
CREATE TRIGGER signal_stays_gone BEFORE INSERT ON signal WHEN EXISTS (SELECT 1 FROM tombstone t WHERE t.id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'this signal was destroyed'); END;
CREATE TRIGGER tombstone_no_update BEFORE UPDATE ON tombstone BEGIN SELECT RAISE(ABORT, 'tombstone is append-only'); END;
CREATE TRIGGER tombstone_no_delete BEFORE DELETE ON tombstone BEGIN SELECT RAISE(ABORT, 'tombstone is append-only'); END;
