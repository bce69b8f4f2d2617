SELECT conversation_id FROM messages WHERE wamid = :wamid AND number_id = :number_id
