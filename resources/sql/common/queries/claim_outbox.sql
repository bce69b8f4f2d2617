UPDATE outbox SET state = 'in_flight', attempts = :attempt, in_flight_ms = :now_ms, done_ms = NULL, not_before_ms = NULL
WHERE id = :id AND state = 'queued' AND attempts = :attempt - 1
