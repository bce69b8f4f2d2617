SELECT id, conversation_id, wamid, home_contact_id FROM messages WHERE outbox_id = :id
