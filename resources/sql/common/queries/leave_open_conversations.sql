UPDATE conversations SET has_failed = 1,
    preview_status = coalesce((SELECT m.status FROM messages m WHERE m.id = conversations.last_message_id), preview_status)
WHERE id IN (SELECT m.conversation_id FROM outbox o JOIN messages m ON m.outbox_id = o.id WHERE o.state IN ('queued', 'in_flight'))
