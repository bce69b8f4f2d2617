CREATE UNLOGGED TABLE presence (
    session_id text COLLATE "C" PRIMARY KEY NOT NULL,
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    seen_ms bigint NOT NULL
)
