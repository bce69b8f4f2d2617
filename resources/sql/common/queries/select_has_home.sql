SELECT 1 FROM messages WHERE conversation_id = :id AND home_contact_id = :home LIMIT 1
