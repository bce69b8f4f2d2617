-- Tokens of numbers that were linked while gateways ran, under a key that only the gateways' credentials files hold.
CREATE TABLE sealed_secrets (
    name text COLLATE "C" PRIMARY KEY NOT NULL,
    sealed bytea NOT NULL,
    changed_ms bigint NOT NULL
)
