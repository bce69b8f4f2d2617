CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    route TEXT NOT NULL,
    digest TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    applied_ms INTEGER,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    body BLOB -- last: reading the columns before it must not walk through a big one
) STRICT
