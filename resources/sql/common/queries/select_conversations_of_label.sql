SELECT x.conversation_id FROM conversation_labels x WHERE x.label_id = :id LIMIT :count
