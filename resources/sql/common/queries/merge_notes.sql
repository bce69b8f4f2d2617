UPDATE notes SET conversation_id = :keep, number_id = (SELECT c.number_id FROM conversations c WHERE c.id = :keep) WHERE conversation_id = :lose
