CREATE TABLE gateways (
    name text COLLATE "C" PRIMARY KEY NOT NULL,
    started_ms bigint NOT NULL,
    seen_ms bigint NOT NULL
)
