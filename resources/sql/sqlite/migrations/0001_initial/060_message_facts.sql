CREATE TABLE message_facts (
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    wamid TEXT NOT NULL,
    kind TEXT NOT NULL,
    fact_key TEXT NOT NULL,
    timestamp_ms INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (wamid, number_id, kind, fact_key)
) STRICT, WITHOUT ROWID
