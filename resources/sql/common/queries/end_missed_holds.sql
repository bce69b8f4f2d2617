UPDATE outbox SET hold = 'none'
WHERE state = 'queued' AND state IN ('queued', 'in_flight') AND hold IN ('undo', 'until_time') AND not_before_ms < :before_ms
    AND number_id = (SELECT id FROM numbers WHERE phone_number_id = :phone_number_id)
RETURNING conversation_id
