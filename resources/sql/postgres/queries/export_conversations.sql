SELECT n.phone_number_id, k.contact_key, c.state, c.unread, c.last_message_ms, c.window_from_ms
FROM conversations c
JOIN contacts k ON k.id = c.contact_id
JOIN numbers n ON n.id = c.number_id
ORDER BY n.phone_number_id COLLATE "C", k.contact_key COLLATE "C"
