UPDATE outbox SET conversation_id = :keep WHERE conversation_id = :id AND id IN (SELECT m.outbox_id FROM messages m WHERE m.conversation_id = :keep AND m.outbox_id IS NOT NULL)
