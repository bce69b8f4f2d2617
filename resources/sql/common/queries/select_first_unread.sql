SELECT m.timestamp_ms, m.id FROM conversations c
JOIN messages m ON m.conversation_id = c.id AND m.source = 'live' AND m.direction = 'in'
    AND m.timestamp_ms > CASE WHEN c.unread_from_ms <= c.read_ms OR c.unread_from_ms <= c.newest_out_ms THEN c.unread_from_ms - 1
        WHEN c.read_ms > coalesce(c.newest_out_ms, 0) THEN c.read_ms ELSE coalesce(c.newest_out_ms, 0) END
WHERE c.id = :id
ORDER BY m.timestamp_ms, m.id LIMIT 1
