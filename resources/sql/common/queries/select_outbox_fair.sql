SELECT o.id, o.client_id, o.number_id, n.phone_number_id, o.conversation_id, o.to_phone, o.to_bsuid, o.type, o.text, o.reply_to, o.content,
    o.priority, o.state, o.attempts, o.queued_ms, o.not_before_ms, o.in_flight_ms, o.wamid, o.error_code, o.error_text, o.confirmed_stale,
    o.hold, o.media, o.media_id, o.media_id_ms
FROM (
    SELECT ranked.id FROM (
        -- Of each recipient the first few come first: what the pair limit holds up must not hold up everybody else.
        SELECT q.id, q.priority, q.queued_ms, row_number() OVER (PARTITION BY q.to_phone, q.to_bsuid ORDER BY q.priority, q.queued_ms, q.id) AS place
        FROM outbox q
        WHERE q.number_id = (SELECT id FROM numbers WHERE phone_number_id = :phone_number_id) AND q.state = 'queued' AND q.state IN ('queued', 'in_flight')
            AND (q.hold = 'undo' OR (q.hold = 'none' AND (q.confirmed_stale = 1 OR q.queued_ms >= :stale_ms)))
    ) ranked
    ORDER BY CASE WHEN ranked.place <= :each THEN 0 ELSE 1 END, ranked.priority, ranked.queued_ms, ranked.id LIMIT :count
) x
JOIN outbox o ON o.id = x.id
JOIN numbers n ON n.id = o.number_id
WHERE n.state = 'linked' AND n.health_paused = 0
ORDER BY o.priority, o.queued_ms, o.id
