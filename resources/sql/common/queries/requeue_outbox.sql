UPDATE outbox SET state = 'queued', not_before_ms = :not_before_ms, error_code = :code, done_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND fence = :fence AND state = 'in_flight'
