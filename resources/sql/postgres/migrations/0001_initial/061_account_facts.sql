CREATE TABLE account_facts (
    waba_id text COLLATE "C" NOT NULL,
    phone_number_id text COLLATE "C" NOT NULL,
    phone text COLLATE "C" NOT NULL,
    field text COLLATE "C" NOT NULL,
    event text COLLATE "C" NOT NULL,
    timestamp_ms bigint NOT NULL,
    digest text COLLATE "C" NOT NULL,
    received_ms bigint NOT NULL,
    reason text COLLATE "C" NOT NULL,
    initiated_by text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    PRIMARY KEY (waba_id, phone_number_id, phone, field, event, timestamp_ms, digest)
)
