CREATE TABLE identities (
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    PRIMARY KEY (number_id, kind, value)
) STRICT, WITHOUT ROWID
