CREATE INDEX messages_out ON messages (conversation_id, timestamp_ms) WHERE direction = 'out'
