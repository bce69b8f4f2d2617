SELECT n.phone_number_id, m.wamid, k.contact_key, m.direction, m.origin, m.source, m.type, m.text, m.timestamp_ms, m.status, m.edits, m.revoked,
    m.reply_to, m.reactions, m.error_code, m.error_title, m.error_details, m.payload,
    -- The platform delivered the bytes of a purged one: contract.md has no word for freeing their space here.
    CASE WHEN d.state = 'purged' THEN 'available' ELSE d.state END, d.mime, CASE WHEN d.stored_sha256 <> '' THEN d.stored_sha256 ELSE d.sha256 END, d.media_id, d.filename
FROM messages m
JOIN numbers n ON n.id = m.number_id
JOIN conversations c ON c.id = m.conversation_id
JOIN contacts k ON k.id = c.contact_id
LEFT JOIN message_media d ON d.message_id = m.id
WHERE m.number_id = :number_id AND m.wamid IS NOT NULL
ORDER BY m.wamid COLLATE "C"
