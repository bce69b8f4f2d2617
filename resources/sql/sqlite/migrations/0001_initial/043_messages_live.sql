CREATE INDEX messages_live ON messages (conversation_id, timestamp_ms) WHERE source = 'live' AND direction = 'in'
