DELETE FROM conversation_labels WHERE conversation_id = :id AND label_id = :label
