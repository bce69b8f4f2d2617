SELECT d.message_id, n.phone_number_id, m.wamid, d.media_id, d.url, d.mime, d.sha256, d.filename, d.voice, d.animated, d.timestamp_ms, d.attempts
FROM message_media d
JOIN messages m ON m.id = d.message_id
JOIN numbers n ON n.id = d.number_id
WHERE d.state = 'pending' AND n.base_state <> 'not_linked' AND (d.due_ms IS NULL OR d.due_ms <= :now_ms)
ORDER BY d.timestamp_ms DESC LIMIT :count
