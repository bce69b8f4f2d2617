UPDATE conversations
SET forced_unread = 1,
    unread_from_ms = (SELECT m.timestamp_ms FROM messages m WHERE m.id = :message_id AND m.conversation_id = conversations.id)
WHERE id = :id
