UPDATE outbox SET hold = 'none', not_before_ms = NULL, queued_ms = :now_ms WHERE id = :id AND state = 'queued' AND hold <> 'none'
