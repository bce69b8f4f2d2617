SELECT id, timestamp_ms, text FROM messages WHERE conversation_id = :id
