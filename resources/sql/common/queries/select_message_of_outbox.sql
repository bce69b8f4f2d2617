SELECT id, conversation_id, wamid FROM messages WHERE outbox_id = :id
