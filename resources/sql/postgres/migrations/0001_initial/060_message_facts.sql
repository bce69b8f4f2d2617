CREATE TABLE message_facts (
    number_id bigint NOT NULL REFERENCES numbers (id),
    wamid text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    fact_key text COLLATE "C" NOT NULL,
    timestamp_ms bigint NOT NULL,
    body text COLLATE "C" NOT NULL,
    PRIMARY KEY (wamid, number_id, kind, fact_key)
)
