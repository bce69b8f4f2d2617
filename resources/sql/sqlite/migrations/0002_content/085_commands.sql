CREATE TABLE commands (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    not_before_ms INTEGER,
    done_ms INTEGER,
    error_code INTEGER NOT NULL,
    error_text TEXT NOT NULL
) STRICT
