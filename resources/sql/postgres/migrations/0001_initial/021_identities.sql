CREATE TABLE identities (
    number_id bigint NOT NULL REFERENCES numbers (id),
    kind text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    contact_id bigint NOT NULL REFERENCES contacts (id),
    PRIMARY KEY (number_id, kind, value)
)
