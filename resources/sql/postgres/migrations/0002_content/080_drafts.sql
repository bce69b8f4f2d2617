CREATE TABLE drafts (
    conversation_id bigint NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    mode text NOT NULL,
    text text NOT NULL,
    reply_to text NOT NULL,
    attachments text NOT NULL,
    updated_ms bigint NOT NULL,
    PRIMARY KEY (conversation_id, mode)
)
