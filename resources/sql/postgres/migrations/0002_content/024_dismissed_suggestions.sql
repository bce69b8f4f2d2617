CREATE TABLE dismissed_suggestions (
    number_id bigint NOT NULL REFERENCES numbers (id),
    one text COLLATE "C" NOT NULL,
    other text COLLATE "C" NOT NULL,
    PRIMARY KEY (number_id, one, other)
)
