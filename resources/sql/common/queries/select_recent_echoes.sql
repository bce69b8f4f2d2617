SELECT timestamp_ms, coalesce(wamid, '') FROM messages
WHERE number_id = (SELECT id FROM numbers WHERE phone_number_id = :phone_number_id) AND direction = 'out' AND source <> 'history'
    AND source = 'echo' AND timestamp_ms >= :since_ms
ORDER BY timestamp_ms
