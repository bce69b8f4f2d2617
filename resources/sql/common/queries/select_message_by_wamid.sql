SELECT id, conversation_id, text, timestamp_ms FROM messages WHERE wamid = :wamid AND number_id = :number_id
