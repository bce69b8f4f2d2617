UPDATE outbox SET state = 'in_flight', attempts = :attempt, in_flight_ms = :now_ms, done_ms = NULL, not_before_ms = NULL, hold = 'none'
WHERE id = :id AND state = 'queued' AND attempts = :attempt - 1
    AND (hold = 'none' OR (hold <> 'until_reply' AND not_before_ms <= :now_ms))
