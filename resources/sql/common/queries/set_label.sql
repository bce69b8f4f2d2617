INSERT INTO conversation_labels (conversation_id, label_id, number_id)
SELECT c.id, b.id, c.number_id FROM conversations c CROSS JOIN labels b WHERE c.id = :id AND b.id = :label
ON CONFLICT (conversation_id, label_id) DO NOTHING
