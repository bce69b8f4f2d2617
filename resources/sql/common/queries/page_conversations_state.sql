SELECT c.id, c.number_id, c.contact_id, k.display_name, k.identity, c.state, c.unread, c.last_message_ms,
    c.preview_text, c.preview_type, c.preview_direction, c.preview_origin, c.preview_status, c.preview_revoked,
    c.window_from_ms, c.first_message_ms, c.draft, c.customer_waiting, c.answered_on_phone, c.has_failed,
    n.coexistence, n.color_index, c.sort_ms, k.blocked_ms
FROM conversations c
CROSS JOIN contacts k
CROSS JOIN numbers n
WHERE k.id = c.contact_id AND n.id = c.number_id
    AND c.state = :state
    AND (c.sort_ms, c.id) < (:sort_ms, :id)
    AND (:any_state = 1 OR c.state = :state)
    AND (:any_number = 1 OR c.number_id = :number_id)
    AND (:unread_only = 0 OR c.unread > 0)
    AND (:waiting_only = 0 OR c.customer_waiting = 1)
    AND (:on_phone_only = 0 OR c.answered_on_phone = 1)
    AND (:window_only = 0 OR (c.window_from_ms > :window_from_ms AND c.window_from_ms < :window_until_ms))
ORDER BY c.sort_ms DESC, c.id DESC
LIMIT :count
