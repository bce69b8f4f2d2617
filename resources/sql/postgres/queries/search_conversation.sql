SELECT s.entry FROM message_search s
WHERE s.tokens @@ CAST(:match AS tsquery)
    AND EXISTS (SELECT 1 FROM messages m WHERE m.id = (s.entry & CAST(:message_mask AS BIGINT)) AND m.conversation_id = :conversation_id)
ORDER BY s.entry DESC LIMIT :count
