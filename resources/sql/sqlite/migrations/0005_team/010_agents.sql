CREATE TABLE agents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
    away INTEGER NOT NULL DEFAULT 0,
    disabled_ms INTEGER,
    created_ms INTEGER NOT NULL,
    last_assigned_ms INTEGER NOT NULL DEFAULT 0
) STRICT
