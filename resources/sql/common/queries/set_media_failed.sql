UPDATE message_media SET state = CASE WHEN :final = 1 THEN 'failed' ELSE 'pending' END, error = :error, attempts = attempts + 1, due_ms = :due_ms
WHERE message_id = :id AND state = 'pending'
