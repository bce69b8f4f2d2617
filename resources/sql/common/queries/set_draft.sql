INSERT INTO drafts (conversation_id, agent_id, number_id, mode, text, reply_to, attachments, updated_ms)
SELECT c.id, CAST(:me AS BIGINT), c.number_id, CAST(:mode AS TEXT), CAST(:text AS TEXT), CAST(:reply_to AS TEXT), CAST(:attachments AS TEXT), CAST(:updated_ms AS BIGINT)
FROM conversations c WHERE c.id = :id
ON CONFLICT (conversation_id, agent_id, mode) DO UPDATE
SET text = excluded.text, reply_to = excluded.reply_to, attachments = excluded.attachments, updated_ms = excluded.updated_ms
