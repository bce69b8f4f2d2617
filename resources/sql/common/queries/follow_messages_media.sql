UPDATE message_media SET conversation_id = :keep WHERE conversation_id = :id AND message_id IN (SELECT m.id FROM messages m WHERE m.conversation_id = :keep)
