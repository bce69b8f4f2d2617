UPDATE message_media SET state = 'pending', due_ms = NULL WHERE message_id = :id AND state <> 'available'
