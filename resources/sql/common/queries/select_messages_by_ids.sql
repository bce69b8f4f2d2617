WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT m.id, m.number_id, m.conversation_id, m.wamid, m.direction, m.origin, m.author, m.source, m.type, m.text, m.timestamp_ms,
    m.status, m.error_code, m.error_title, m.error_details, m.revoked, m.edits, m.reactions, m.payload, m.outbox_id, o.state,
    d.state, d.media_id, d.url, d.mime, d.sha256, d.filename, d.voice, d.animated, d.stored_sha256, d.size, d.error,
    m.reply_to, q.id, q.text, q.type, q.direction, q.origin,
    m.starred_ms, o.hold, o.not_before_ms
FROM messages m
LEFT JOIN message_media d ON d.message_id = m.id
LEFT JOIN outbox o ON o.id = m.outbox_id
LEFT JOIN messages q ON q.wamid = m.reply_to AND q.number_id = m.number_id
WHERE m.id IN (SELECT r.id FROM r)
