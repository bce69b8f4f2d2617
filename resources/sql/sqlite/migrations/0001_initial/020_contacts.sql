CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    contact_key TEXT NOT NULL,
    display_name TEXT NOT NULL,
    identity TEXT NOT NULL,
    book_name TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    search_text TEXT NOT NULL
) STRICT
