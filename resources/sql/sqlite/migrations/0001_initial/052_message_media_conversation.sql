CREATE INDEX message_media_conversation ON message_media (conversation_id, timestamp_ms)
