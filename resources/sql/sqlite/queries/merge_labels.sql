INSERT INTO conversation_labels (conversation_id, label_id, number_id)
SELECT x.conversation_id, CAST(:into AS BIGINT), x.number_id FROM conversation_labels x WHERE x.label_id = :other
ON CONFLICT (conversation_id, label_id) DO NOTHING
