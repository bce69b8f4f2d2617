CREATE TABLE dismissed_suggestions (
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (number_id, one, other)
) STRICT, WITHOUT ROWID
