CREATE TABLE contact_names (
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    kind TEXT NOT NULL,
    identity TEXT NOT NULL,
    slot TEXT NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    name TEXT NOT NULL,
    timestamp_ms INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (number_id, kind, identity, slot)
) STRICT, WITHOUT ROWID
