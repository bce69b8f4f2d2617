CREATE TABLE contact_names (
    number_id bigint NOT NULL REFERENCES numbers (id),
    kind text NOT NULL,
    identity text NOT NULL,
    slot text NOT NULL,
    contact_id bigint NOT NULL REFERENCES contacts (id),
    name text NOT NULL,
    timestamp_ms bigint NOT NULL,
    removed bigint NOT NULL,
    PRIMARY KEY (number_id, kind, identity, slot)
)
