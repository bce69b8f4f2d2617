SELECT id, conversation_id, text, timestamp_ms FROM messages WHERE outbox_id = :id
