UPDATE messages SET failure_seen = 1
WHERE conversation_id = :id AND source = 'send' AND status IN ('failed', 'unknown') AND failure_seen = 0 AND timestamp_ms <= :up_to_ms
