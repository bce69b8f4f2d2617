UPDATE outbox SET state = 'unknown', done_ms = :now_ms WHERE id = :id AND attempts = :attempt AND state = 'in_flight'
