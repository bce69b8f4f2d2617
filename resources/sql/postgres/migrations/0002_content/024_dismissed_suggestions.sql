CREATE TABLE dismissed_suggestions (
    number_id bigint NOT NULL REFERENCES numbers (id),
    one text NOT NULL,
    other text NOT NULL,
    PRIMARY KEY (number_id, one, other)
)
