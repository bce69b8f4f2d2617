UPDATE outbox SET heard_ms = (SELECT c.window_from_ms FROM conversations c WHERE c.id = outbox.conversation_id)
WHERE hold = 'until_reply' AND state = 'queued'
