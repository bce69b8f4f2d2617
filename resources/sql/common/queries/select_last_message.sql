SELECT last_message_ms, last_message_id FROM conversations WHERE id = :id
