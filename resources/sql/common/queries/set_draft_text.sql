INSERT INTO drafts (conversation_id, mode, text, reply_to, attachments, updated_ms)
SELECT c.id, 'reply', CAST(:text AS TEXT), '', '[]', CAST(:updated_ms AS BIGINT)
FROM conversations c WHERE c.id = :id AND c.draft <> :text
ON CONFLICT (conversation_id, mode) DO UPDATE
SET text = excluded.text, updated_ms = excluded.updated_ms
