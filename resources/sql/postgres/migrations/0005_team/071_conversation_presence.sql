CREATE UNLOGGED TABLE conversation_presence (
    session_id text COLLATE "C" NOT NULL,
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id),
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    viewing_until_ms bigint NOT NULL,
    typing_until_ms bigint NOT NULL,
    lock_until_ms bigint NOT NULL,
    PRIMARY KEY (session_id, conversation_id)
)
