CREATE TABLE identities (
    number_id bigint NOT NULL REFERENCES numbers (id),
    kind text NOT NULL,
    value text NOT NULL,
    contact_id bigint NOT NULL REFERENCES contacts (id),
    PRIMARY KEY (number_id, kind, value)
)
