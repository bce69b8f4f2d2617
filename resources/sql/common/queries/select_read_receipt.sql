SELECT c.number_id, m.wamid FROM conversations c
JOIN numbers n ON n.id = c.number_id AND n.state = 'linked' AND n.read_receipts = 'on_open'
JOIN messages m ON m.conversation_id = c.id AND m.source = 'live' AND m.direction = 'in'
    AND m.timestamp_ms > c.read_ms AND m.timestamp_ms > :oldest_ms AND m.timestamp_ms <= :up_to_ms
WHERE c.id = :id AND m.wamid IS NOT NULL
ORDER BY m.timestamp_ms DESC, m.id DESC LIMIT 1
