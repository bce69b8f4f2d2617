CREATE TABLE canned_replies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shortcut TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    attachments TEXT NOT NULL,
    updated_ms INTEGER NOT NULL
) STRICT
