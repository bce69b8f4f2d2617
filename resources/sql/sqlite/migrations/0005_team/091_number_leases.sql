CREATE TABLE number_leases (
    number_id INTEGER PRIMARY KEY NOT NULL REFERENCES numbers (id),
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID
