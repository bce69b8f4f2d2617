CREATE TABLE gateways (
    name text PRIMARY KEY NOT NULL,
    started_ms bigint NOT NULL,
    seen_ms bigint NOT NULL
)
