WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS number_id, r.value ->> 1 AS wamid FROM json_each(CAST(:rows AS TEXT)) r)
SELECT m.id, m.number_id, m.conversation_id, m.wamid, m.timestamp_ms, m.direction, m.origin, m.source, m.status, m.base_status,
    m.content_rank, m.revoked, m.failure_seen, m.type, m.text, m.payload, m.reply_to, m.error_code, m.error_title, m.error_details,
    m.base, m.edits, m.reactions, m.author, m.outbox_id,
    d.state, d.media_id, d.url, d.mime, d.sha256, d.filename, d.voice, d.animated,
    m.price_category, m.billable, m.home_contact_id
FROM r
CROSS JOIN messages m
LEFT JOIN message_media d ON d.message_id = m.id
WHERE m.number_id = r.number_id AND m.wamid = r.wamid
