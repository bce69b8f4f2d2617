SELECT c.id, c.number_id, n.phone_number_id, c.kind, c.body, c.state, c.attempts, c.created_ms, c.not_before_ms, c.error_code, c.error_text
FROM commands c
JOIN numbers n ON n.id = c.number_id
WHERE c.state = 'queued' AND n.state = 'linked' AND n.health_paused = 0 AND (c.not_before_ms IS NULL OR c.not_before_ms <= :now_ms)
ORDER BY c.id LIMIT :count
