CREATE TABLE drafts (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    mode TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    attachments TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, mode)
) STRICT, WITHOUT ROWID
