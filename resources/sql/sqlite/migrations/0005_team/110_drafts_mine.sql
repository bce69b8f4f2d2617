CREATE TABLE agent_drafts (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    mode TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    attachments TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, agent_id, mode)
) STRICT, WITHOUT ROWID
