UPDATE message_media SET conversation_id = :keep WHERE conversation_id = :lose
