CREATE TABLE message_media (
    message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    conversation_id INTEGER NOT NULL REFERENCES conversations (id),
    timestamp_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    media_id TEXT NOT NULL,
    url TEXT NOT NULL,
    mime TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    filename TEXT NOT NULL,
    voice INTEGER NOT NULL,
    animated INTEGER NOT NULL,
    stored_sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    error TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_ms INTEGER
) STRICT
