SELECT id, conversation_id, text, timestamp_ms, home_contact_id FROM messages WHERE wamid = :wamid AND number_id = :number_id
