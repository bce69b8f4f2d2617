CREATE INDEX system_events_contact ON system_events (contact_id, timestamp_ms, id)
