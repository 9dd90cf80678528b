-- Archief (docs/adr/0060, 0061): what goes, who let it go, and what stands in its place. Ids and days, no names: these rows outlive what they tell of,
-- so they point at it without a foreign key.

-- Aanhouding: as long as one stands, nothing of this household or signal is destroyed.
CREATE TABLE retention_hold (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NULL,
    signal uuid NULL,
    ground text NOT NULL CHECK (ground IN ('Complaint', 'Procedure', 'Request', 'Inquiry', 'Other')),
    reason bytea NOT NULL CHECK (length(reason) BETWEEN 1 AND 2044),
    held_at timestamptz NOT NULL,
    held_by uuid NOT NULL REFERENCES account (id),
    released_at timestamptz NULL CHECK (released_at >= held_at),
    released_by uuid NULL REFERENCES account (id),
    version integer NOT NULL,
    CHECK ((household IS NULL) <> (signal IS NULL)),
    CHECK ((released_at IS NULL) = (released_by IS NULL))
);
CREATE UNIQUE INDEX retention_hold_household ON retention_hold (household) WHERE released_at IS NULL;
CREATE UNIQUE INDEX retention_hold_signal ON retention_hold (signal) WHERE released_at IS NULL;

-- Verklaring van vernietiging: what one approval let go.
CREATE TABLE declaration (
    id uuid NOT NULL PRIMARY KEY,
    approved_at timestamptz NOT NULL,
    -- Without a foreign key: what a backup brought back goes again under this, also where the backup does not know the account (docs/adr/0089).
    approved_by uuid NOT NULL,
    carry_out_from timestamptz NOT NULL CHECK (carry_out_from >= approved_at)
);

-- Regel van de vernietigingslijst: proposed by the night or by a granted request, approved under a declaration, carried out.
CREATE TABLE destruction (
    id uuid NOT NULL PRIMARY KEY,
    household uuid NULL,
    law text NULL CHECK (law IN ('Wmo', 'Jeugdwet', 'Participatiewet', 'Wgs')),
    person uuid NULL,
    signal uuid NULL,
    -- What of: one line at a time for the same file.
    file_key text NOT NULL CHECK (length(file_key) <= 120),
    ground text NOT NULL CHECK (ground IN ('Term', 'Jeugdwet', 'Avg')),
    rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 200),
    counted_from date NOT NULL,
    due_on date NOT NULL,
    request uuid NULL,
    row_count integer NOT NULL CHECK (row_count >= 0),
    counts text NOT NULL CHECK (length(counts) <= 4000),
    proposed_at timestamptz NOT NULL,
    declaration uuid NULL REFERENCES declaration (id),
    done_at timestamptz NULL,
    -- Since when no file of the database holds it any more.
    settled_at timestamptz NULL CHECK (settled_at >= done_at),
    version integer NOT NULL,
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
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('Household', 'Person', 'Signal', 'Part')),
    destroyed_on date NOT NULL,
    rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 200),
    destruction uuid NOT NULL REFERENCES destruction (id)
);

-- The nights on which the list was made, so that two nodes do not make it twice.
CREATE TABLE retention_night (
    night date NOT NULL PRIMARY KEY,
    at timestamptz NOT NULL,
    found integer NOT NULL CHECK (found >= 0)
);

-- What was destroyed does not come back under its own id, by an import or otherwise. Asked with the owner's rights, because who adds a household may not read what is gone.
CREATE FUNCTION sight.stays_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM tombstone t WHERE t.id = NEW.id) THEN RAISE EXCEPTION 'this % was destroyed', TG_TABLE_NAME; END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION sight.stays_gone() FROM PUBLIC;
CREATE TRIGGER household_stays_gone BEFORE INSERT ON household FOR EACH ROW EXECUTE FUNCTION sight.stays_gone();
CREATE TRIGGER person_stays_gone BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION sight.stays_gone();
CREATE TRIGGER signal_stays_gone BEFORE INSERT ON signal FOR EACH ROW EXECUTE FUNCTION sight.stays_gone();

-- What is deleted stays in the table's file until something else is written there. This writes the table and its indexes to new files, of the rows that are there, and drops the
-- old ones: as VACUUM FULL does, but within a function, so that the application need not own its tables. False when something may still read what was deleted (the rows are then copied
-- as well), or when the table is in use: then once more, later.
CREATE FUNCTION sight.settle(emptied text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET lock_timeout = '5s' SET search_path = public, pg_temp AS $$
DECLARE copied_dead boolean;
BEGIN
    IF NOT sight.is_system() OR NOT has_table_privilege(sight.app_role(), emptied, 'DELETE') THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the system, and only where it destroys';
    END IF;
    EXECUTE format('CLUSTER %I USING %I', emptied, emptied || '_pkey');
    -- The new index has just counted what it points at, of the dead too.
    EXECUTE format('SELECT c.reltuples > (SELECT count(*) FROM %I) FROM pg_class c WHERE c.oid = %L::regclass', emptied, quote_ident(emptied || '_pkey')) INTO copied_dead;
    -- What the planner noted of it: values of that time.
    EXECUTE format('ANALYZE %I', emptied);
    RETURN NOT copied_dead;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $$;
DO $$ BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION sight.settle(text) TO %I', sight.app_role());
    EXECUTE 'REVOKE EXECUTE ON FUNCTION sight.settle(text) FROM PUBLIC';
END $$;

-- ── Row-level security (docs/adr/0041) ─────────────────────────────────────────────────────────────────────────────────────────────────
-- The archivist's list, holds and declarations: for who approves. Who grants a request puts a line on the list, and reads it no more.
DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['retention_hold', 'declaration', 'destruction', 'tombstone', 'retention_night'] LOOP
        EXECUTE format('CREATE POLICY seen ON %I USING ((SELECT sight.is_system() OR sight.may(''ApproveDestruction'')))', name);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    END LOOP;
    EXECUTE format('REVOKE UPDATE, DELETE ON tombstone FROM %I', sight.app_role());
    -- The system destroys in every table that has policies, also where those say only who reads and adds.
    FOR name IN SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE POLICY destroyed ON %I FOR DELETE USING ((SELECT sight.is_system()))', name);
    END LOOP;
END $$;
CREATE POLICY proposed ON destruction FOR INSERT WITH CHECK ((SELECT sight.may('HandleRequests')) AND ground <> 'Term' AND declaration IS NULL);
