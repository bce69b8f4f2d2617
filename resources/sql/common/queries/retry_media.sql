UPDATE message_media SET state = 'pending', error = '', attempts = 0, due_ms = NULL WHERE message_id = :id AND state = 'failed'
