SELECT rowid FROM message_search
WHERE message_search MATCH :match
    AND EXISTS (SELECT 1 FROM messages m WHERE m.id = (message_search.rowid & :message_mask) AND m.conversation_id = :conversation_id)
ORDER BY rowid DESC LIMIT :count
