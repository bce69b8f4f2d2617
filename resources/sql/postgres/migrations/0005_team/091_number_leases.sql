CREATE TABLE number_leases (
    number_id bigint PRIMARY KEY NOT NULL, -- of numbers; 0: what belongs to no one number
    holder text COLLATE "C" NOT NULL,
    fence bigint NOT NULL,
    expires_ms bigint NOT NULL
)
