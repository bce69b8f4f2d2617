CREATE TABLE drafts (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    mode text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    reply_to text COLLATE "C" NOT NULL,
    attachments text COLLATE "C" NOT NULL,
    updated_ms bigint NOT NULL,
    PRIMARY KEY (conversation_id, mode)
)
