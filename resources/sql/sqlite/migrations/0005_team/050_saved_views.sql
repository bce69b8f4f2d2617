CREATE TABLE saved_views (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL REFERENCES agents (id),
    shared INTEGER NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    condition TEXT NOT NULL
) STRICT
