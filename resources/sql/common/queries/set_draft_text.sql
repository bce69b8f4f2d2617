INSERT INTO drafts (conversation_id, agent_id, number_id, mode, text, reply_to, attachments, updated_ms)
SELECT c.id, CAST(:me AS BIGINT), c.number_id, 'reply', CAST(:text AS TEXT), '', '[]', CAST(:updated_ms AS BIGINT)
FROM conversations c
WHERE c.id = :id AND coalesce((SELECT f.text FROM drafts f WHERE f.conversation_id = c.id AND f.agent_id = :me AND f.mode = 'reply'), '') <> :text
ON CONFLICT (conversation_id, agent_id, mode) DO UPDATE
SET text = excluded.text, updated_ms = excluded.updated_ms
