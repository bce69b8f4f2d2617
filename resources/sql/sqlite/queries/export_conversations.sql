SELECT n.phone_number_id, k.contact_key, c.state, c.unread, c.last_message_ms, c.window_from_ms,
    (SELECT json_group_array(name) FROM (SELECT b.name FROM conversation_labels x CROSS JOIN labels b
        WHERE x.conversation_id = c.id AND b.id = x.label_id ORDER BY b.name)),
    (SELECT w.login FROM agents w WHERE w.id = c.assignee_id)
FROM conversations c
JOIN contacts k ON k.id = c.contact_id
JOIN numbers n ON n.id = c.number_id
ORDER BY 1, 2
