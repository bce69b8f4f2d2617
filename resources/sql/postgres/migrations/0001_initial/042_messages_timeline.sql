CREATE INDEX messages_timeline ON messages (conversation_id, timestamp_ms, id)
