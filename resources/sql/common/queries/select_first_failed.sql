SELECT m.timestamp_ms, m.id FROM messages m
WHERE m.conversation_id = :id AND m.source = 'send' AND m.status IN ('failed', 'unknown') AND m.failure_seen = 0
ORDER BY m.timestamp_ms, m.id LIMIT 1
