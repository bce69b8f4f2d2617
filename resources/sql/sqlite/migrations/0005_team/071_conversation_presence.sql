CREATE TABLE conversation_presence (
    session_id TEXT NOT NULL,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    agent_id INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    viewing_until_ms INTEGER NOT NULL,
    typing_until_ms INTEGER NOT NULL,
    lock_until_ms INTEGER NOT NULL,
    PRIMARY KEY (session_id, conversation_id)
) STRICT, WITHOUT ROWID
