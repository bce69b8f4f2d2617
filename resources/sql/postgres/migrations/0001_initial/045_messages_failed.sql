CREATE INDEX messages_failed ON messages (conversation_id) WHERE source = 'send' AND status IN ('failed', 'unknown')
