CREATE TABLE contact_names (
    number_id bigint NOT NULL REFERENCES numbers (id),
    kind text COLLATE "C" NOT NULL,
    identity text COLLATE "C" NOT NULL,
    slot text COLLATE "C" NOT NULL,
    contact_id bigint NOT NULL REFERENCES contacts (id),
    name text COLLATE "C" NOT NULL,
    timestamp_ms bigint NOT NULL,
    removed bigint NOT NULL,
    PRIMARY KEY (number_id, kind, identity, slot)
)
