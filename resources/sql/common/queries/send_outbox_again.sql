UPDATE outbox SET state = 'queued', queued_ms = :now_ms, not_before_ms = NULL, wamid = NULL, error_code = 0, error_text = '', confirmed_stale = 1, hold = 'none'
WHERE id = :id AND state IN ('failed', 'unknown', 'queued')
