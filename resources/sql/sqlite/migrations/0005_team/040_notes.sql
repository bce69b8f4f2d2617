CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    author_id INTEGER NOT NULL REFERENCES agents (id),
    text TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    edited_ms INTEGER,
    deleted_ms INTEGER
) STRICT
