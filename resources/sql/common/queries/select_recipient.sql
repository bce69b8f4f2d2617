SELECT i.kind, i.value, i.contact_id, c.contact_id
FROM (
    SELECT d.id, d.contact_id,
        (SELECT coalesce(m.home_contact_id, d.contact_id) FROM messages m WHERE m.conversation_id = d.id AND m.source = 'live' AND m.direction = 'in'
            ORDER BY m.timestamp_ms DESC LIMIT 1) AS writer
    FROM conversations d WHERE d.id = :id AND d.number_id = :number_id
) c
CROSS JOIN contacts p
CROSS JOIN identities i
WHERE (p.id = c.contact_id OR p.merged_into = c.contact_id) AND i.contact_id = p.id AND i.kind IN ('phone', 'bsuid')
ORDER BY CASE WHEN i.retired_ms = 0 THEN 0 ELSE 1 END, CASE WHEN i.contact_id = coalesce(c.writer, c.contact_id) THEN 0 ELSE 1 END,
    CASE WHEN i.kind = 'phone' THEN 0 ELSE 1 END, i.retired_ms, i.value
LIMIT 1
