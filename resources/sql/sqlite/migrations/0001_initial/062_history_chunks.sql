CREATE TABLE history_chunks (
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    phase INTEGER NOT NULL,
    chunk_order INTEGER NOT NULL,
    progress INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    PRIMARY KEY (number_id, phase, chunk_order)
) STRICT, WITHOUT ROWID
