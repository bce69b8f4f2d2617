CREATE TABLE owned_replies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shortcut TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    attachments TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    owner_id INTEGER REFERENCES agents (id)
) STRICT
