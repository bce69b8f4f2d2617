SELECT c.id, c.number_id, c.contact_id, k.display_name, k.identity, c.state, c.unread, c.last_message_ms,
    c.preview_text, c.preview_type, c.preview_direction, c.preview_origin, c.preview_status, c.preview_revoked,
    c.window_from_ms, c.first_message_ms, c.draft, c.customer_waiting, c.answered_on_phone, c.has_failed,
    n.coexistence, n.color_index, c.sort_ms, k.blocked_ms
FROM conversations c
CROSS JOIN contacts k
CROSS JOIN numbers n
WHERE k.id = c.contact_id AND n.id = c.number_id
    AND c.id IN (SELECT CAST(r.value ->> 0 AS BIGINT) FROM json_each(CAST(:rows AS TEXT)) r)
