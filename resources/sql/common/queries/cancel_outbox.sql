UPDATE outbox SET state = 'cancelled', done_ms = coalesce(done_ms, :now_ms) WHERE id = :id AND state IN ('queued', 'failed', 'unknown')
