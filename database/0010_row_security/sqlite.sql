-- Row-level security is PostgreSQL's alone: SQLite is a file that only this program opens (docs/adr/0041).
SELECT 1;
