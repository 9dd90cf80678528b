-- Row-level security is PostgreSQL's alone: SQLite is a file that only this program opens (docs/adr/0041).

-- Who an account is, as others may read it: nothing of how someone signs in (docs/adr/0103).
CREATE VIEW account_card AS SELECT id, name, function, role, organisation, team, phone_number, active FROM account;
