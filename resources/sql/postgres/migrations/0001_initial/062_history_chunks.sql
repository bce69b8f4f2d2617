CREATE TABLE history_chunks (
    number_id bigint NOT NULL REFERENCES numbers (id),
    phase bigint NOT NULL,
    chunk_order bigint NOT NULL,
    progress bigint NOT NULL,
    messages bigint NOT NULL,
    PRIMARY KEY (number_id, phase, chunk_order)
)
