CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    kind TEXT NOT NULL CHECK (kind IN ('Municipality', 'Welfare', 'HealthCare', 'School', 'HousingCorporation', 'Police', 'Enforcement', 'Creditor', 'YouthWork', 'Volunteers', 'Other')),
    phone TEXT NULL CHECK (length(phone) <= 30),
    -- Of the municipality: where and how to object. It stands below every decision (Awb art. 3:45).
    objection_address TEXT NULL CHECK (length(objection_address) BETWEEN 1 AND 400),
    version INTEGER NOT NULL
);

CREATE TABLE team (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    version INTEGER NOT NULL,
    UNIQUE (id, organisation)
);

CREATE TABLE team_wijk (
    team TEXT NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    wijk_code TEXT NOT NULL CHECK (length(wijk_code) <= 10),
    PRIMARY KEY (team, wijk_code)
);
CREATE INDEX team_wijk_code ON team_wijk (wijk_code);

-- The columns up to access_failed_count are those of ASP.NET Core Identity, schema version 3.
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    user_name TEXT NOT NULL CHECK (length(user_name) <= 200),
    normalized_user_name TEXT NOT NULL UNIQUE CHECK (length(normalized_user_name) <= 200),
    email TEXT NOT NULL CHECK (length(email) <= 200),
    normalized_email TEXT NOT NULL UNIQUE CHECK (length(normalized_email) <= 200),
    email_confirmed INTEGER NOT NULL CHECK (email_confirmed IN (0, 1)),
    password_hash BLOB NULL CHECK (length(password_hash) <= 400),
    security_stamp TEXT NOT NULL CHECK (length(security_stamp) <= 60),
    concurrency_stamp TEXT NOT NULL CHECK (length(concurrency_stamp) <= 60),
    phone_number TEXT NULL CHECK (length(phone_number) <= 30),
    phone_number_confirmed INTEGER NOT NULL CHECK (phone_number_confirmed IN (0, 1)),
    two_factor_enabled INTEGER NOT NULL CHECK (two_factor_enabled IN (0, 1)),
    lockout_end TEXT NULL,
    lockout_enabled INTEGER NOT NULL CHECK (lockout_enabled IN (0, 1)),
    access_failed_count INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    function TEXT NOT NULL CHECK (length(function) <= 100),
    role TEXT NOT NULL CHECK (role NOT IN ('Anonymous', 'System') AND length(role) <= 30),
    organisation TEXT NULL REFERENCES organisation (id),
    team TEXT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
    -- Until when a password that was given opens the door.
    password_until TEXT NULL,
    search_text TEXT NOT NULL CHECK (length(search_text) <= 500),
    version INTEGER NOT NULL,
    -- Who works, works somewhere: that organisation is the controller of what they write.
    CHECK (organisation IS NOT NULL OR role IN ('Resident', 'Supporter', 'Volunteer', 'PlatformMember')),
    CHECK (team IS NULL OR organisation IS NOT NULL),
    FOREIGN KEY (team, organisation) REFERENCES team (id, organisation)
);
CREATE INDEX account_role ON account (role, name);
CREATE INDEX account_team ON account (team);

-- Who is to be an attention officer waits for the yes of somebody who neither asked it nor becomes it (docs/adr/0094).
CREATE TABLE officer_request (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    asked_by TEXT NULL REFERENCES account (id),
    asked_at TEXT NOT NULL,
    answer TEXT NULL CHECK (answer IN ('Confirmed', 'Refused', 'Withdrawn')),
    answered_by TEXT NULL REFERENCES account (id),
    answered_at TEXT NULL CHECK (answered_at >= asked_at),
    version INTEGER NOT NULL,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK (answer = 'Withdrawn' OR (answer IS NULL) = (answered_by IS NULL)),
    CHECK (answer = 'Withdrawn' OR answered_by <> account AND answered_by <> coalesce(asked_by, account))
);
CREATE UNIQUE INDEX officer_request_waiting ON officer_request (account) WHERE answer IS NULL;
CREATE INDEX officer_request_account ON officer_request (account);

CREATE TABLE account_claim (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    claim_type TEXT NULL CHECK (length(claim_type) <= 200),
    claim_value TEXT NULL CHECK (length(claim_value) <= 1000)
);
CREATE INDEX account_claim_user ON account_claim (user_id);

CREATE TABLE account_login (
    login_provider TEXT NOT NULL CHECK (length(login_provider) <= 255),
    provider_key TEXT NOT NULL CHECK (length(provider_key) <= 255),
    provider_display_name TEXT NULL CHECK (length(provider_display_name) <= 200),
    user_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    PRIMARY KEY (login_provider, provider_key)
);
CREATE INDEX account_login_user ON account_login (user_id);

CREATE TABLE account_token (
    user_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    login_provider TEXT NOT NULL CHECK (length(login_provider) <= 128),
    name TEXT NOT NULL CHECK (length(name) <= 128),
    value TEXT NULL CHECK (length(value) <= 2000),
    PRIMARY KEY (user_id, login_provider, name)
);

CREATE TABLE account_passkey (
    credential_id BLOB NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    data TEXT NOT NULL
);
CREATE INDEX account_passkey_user ON account_passkey (user_id);

-- A sign-in counts until it is ended, or until the stamp it was made with is no longer the account's: another password, sign-out everywhere, closed.
CREATE TABLE account_session (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    stamp TEXT NOT NULL CHECK (length(stamp) <= 60),
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL CHECK (seen_at >= started_at),
    ended_at TEXT NULL CHECK (ended_at >= started_at),
    device TEXT NOT NULL CHECK (length(device) BETWEEN 1 AND 60),
    method TEXT NOT NULL CHECK (method IN ('Password', 'AuthenticatorCode', 'RecoveryCode', 'Passkey', 'Provider', 'Demo')),
    -- Only of a sign-in by a provider: which one, and what it wants back when one signs out there too, encrypted.
    provider TEXT NULL CHECK (length(provider) <= 40),
    id_token TEXT NULL CHECK (length(id_token) <= 20000),
    -- Its own number of that sign-in, by which it says that it ended.
    provider_session TEXT NULL CHECK (length(provider_session) <= 255),
    CHECK ((method = 'Provider') = (provider IS NOT NULL)),
    CHECK (provider IS NOT NULL OR provider_session IS NULL)
);
CREATE INDEX account_session_account ON account_session (account, started_at);

-- What changed in how someone signs in, told until its owner says that it is right (docs/adr/0110). The journal has the same lines for good, without the device and the sign-in.
CREATE TABLE sign_in_change (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
    at TEXT NOT NULL,
    -- Only of what the owner did, or who came in as them: where, and by which sign-in. That one may be forgotten before this.
    device TEXT NULL CHECK (length(device) BETWEEN 1 AND 60),
    session TEXT NULL,
    answered_at TEXT NULL CHECK (answered_at >= at),
    answered_on TEXT NULL CHECK (length(answered_on) BETWEEN 1 AND 60),
    CHECK (device IS NOT NULL OR session IS NULL),
    CHECK ((answered_at IS NULL) = (answered_on IS NULL))
);
CREATE INDEX sign_in_change_account ON sign_in_change (account, at);
CREATE INDEX sign_in_change_untold ON sign_in_change (account) WHERE answered_at IS NULL;

-- A browser in which someone signed in before. It has failures of its own, so that strangers who guess do not close its door.
CREATE TABLE known_device (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    locked_until TEXT NULL,
    seen_at TEXT NOT NULL
);
CREATE INDEX known_device_account ON known_device (account);

-- The hash of a question that was answered, by a passkey or by a provider, so that nobody answers with it again.
CREATE TABLE spent_challenge (
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    spent_at TEXT NOT NULL
);
CREATE INDEX spent_challenge_at ON spent_challenge (spent_at);
