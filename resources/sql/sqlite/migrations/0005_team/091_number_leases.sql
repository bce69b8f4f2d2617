CREATE TABLE number_leases (
    number_id INTEGER PRIMARY KEY NOT NULL, -- of numbers; 0: what belongs to no one number
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID
