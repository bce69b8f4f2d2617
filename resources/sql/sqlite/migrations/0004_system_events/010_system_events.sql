-- What WhatsApp says of a customer, not a message: a new number, a new id, a new device. It stands in whatever conversation
-- the contact is in, so it moves with the contact.
CREATE TABLE system_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    event_key TEXT NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    timestamp_ms INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (number_id, event_key)
) STRICT
