INSERT INTO conversation_labels (conversation_id, label_id, number_id)
SELECT c.id, x.label_id, c.number_id FROM conversation_labels x CROSS JOIN conversations c WHERE x.conversation_id = :lose AND c.id = :keep
ON CONFLICT (conversation_id, label_id) DO NOTHING
