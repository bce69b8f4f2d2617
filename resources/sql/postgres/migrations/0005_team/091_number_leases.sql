CREATE TABLE number_leases (
    number_id bigint PRIMARY KEY NOT NULL REFERENCES numbers (id),
    holder text COLLATE "C" NOT NULL,
    fence bigint NOT NULL,
    expires_ms bigint NOT NULL
)
