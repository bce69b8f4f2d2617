UPDATE outbox SET state = 'queued', not_before_ms = :not_before_ms, error_code = :code WHERE id = :id AND attempts = :attempt AND state = 'in_flight'
