UPDATE notes SET conversation_id = :keep WHERE conversation_id = :lose
