CREATE TABLE account_facts (
    waba_id TEXT NOT NULL,
    phone_number_id TEXT NOT NULL,
    phone TEXT NOT NULL,
    field TEXT NOT NULL,
    event TEXT NOT NULL,
    timestamp_ms INTEGER NOT NULL,
    digest TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    initiated_by TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (waba_id, phone_number_id, phone, field, event, timestamp_ms, digest)
) STRICT, WITHOUT ROWID
