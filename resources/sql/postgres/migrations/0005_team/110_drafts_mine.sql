CREATE TABLE agent_drafts (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id),
    mode text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    reply_to text COLLATE "C" NOT NULL,
    attachments text COLLATE "C" NOT NULL,
    updated_ms bigint NOT NULL,
    PRIMARY KEY (conversation_id, agent_id, mode)
)
