CREATE TABLE account_facts (
    waba_id text NOT NULL,
    phone_number_id text NOT NULL,
    phone text NOT NULL,
    field text NOT NULL,
    event text NOT NULL,
    timestamp_ms bigint NOT NULL,
    digest text NOT NULL,
    received_ms bigint NOT NULL,
    reason text NOT NULL,
    initiated_by text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (waba_id, phone_number_id, phone, field, event, timestamp_ms, digest)
)
