SELECT o.id, o.client_id, o.number_id, n.phone_number_id, o.conversation_id, o.to_phone, o.to_bsuid, o.type, o.text, o.reply_to, o.content,
    o.priority, o.state, o.attempts, o.queued_ms, o.not_before_ms, o.in_flight_ms, o.wamid, o.error_code, o.error_text, o.confirmed_stale,
    o.hold, o.media, o.media_id, o.media_id_ms
FROM outbox o
JOIN numbers n ON n.id = o.number_id
WHERE o.state = 'in_flight' AND o.state IN ('queued', 'in_flight') AND o.number_id = :number_id AND o.fence <> :fence
ORDER BY o.id
