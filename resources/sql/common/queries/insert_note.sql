INSERT INTO notes (number_id, conversation_id, author_id, text, created_ms)
SELECT c.number_id, c.id, CAST(:me AS BIGINT), CAST(:text AS TEXT), CAST(:now_ms AS BIGINT) FROM conversations c WHERE c.id = :id
RETURNING id
