CREATE TABLE message_facts (
    number_id bigint NOT NULL REFERENCES numbers (id),
    wamid text NOT NULL,
    kind text NOT NULL,
    fact_key text NOT NULL,
    timestamp_ms bigint NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (wamid, number_id, kind, fact_key)
)
