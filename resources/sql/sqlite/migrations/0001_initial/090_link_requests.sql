CREATE TABLE link_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL UNIQUE,
    step TEXT NOT NULL,
    failure TEXT NOT NULL,
    error_text TEXT NOT NULL,
    platform_code INTEGER NOT NULL,
    page_url TEXT NOT NULL,
    waba_id TEXT NOT NULL,
    phone_number_id TEXT NOT NULL,
    candidates TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    contacts_requested INTEGER NOT NULL,
    history_requested INTEGER NOT NULL,
    contacts_request_id TEXT NOT NULL,
    history_request_id TEXT NOT NULL
) STRICT
