WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT m.id, m.conversation_id, m.timestamp_ms, k.display_name, m.text, m.direction, m.origin, n.color_index, n.coexistence
FROM r
CROSS JOIN messages m
JOIN conversations c ON c.id = m.conversation_id
JOIN contacts k ON k.id = c.contact_id
JOIN numbers n ON n.id = m.number_id
WHERE m.id = r.id
