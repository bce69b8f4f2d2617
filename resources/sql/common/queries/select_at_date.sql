SELECT timestamp_ms, id FROM messages WHERE conversation_id = :id AND timestamp_ms >= :from_ms ORDER BY timestamp_ms, id LIMIT 1
