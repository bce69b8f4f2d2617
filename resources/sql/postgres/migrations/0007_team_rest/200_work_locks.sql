-- What one program at a time may work on. Rows of a table that agents have no right to, because advisory locks are everybody's.
CREATE TABLE work_locks (
    kind text COLLATE "C" NOT NULL,
    id bigint NOT NULL,
    PRIMARY KEY (kind, id)
)
