UPDATE outbox SET state = 'queued', queued_ms = :now_ms, not_before_ms = :not_before_ms, wamid = NULL, error_code = 0, error_text = '',
    confirmed_stale = :confirmed_stale, hold = :hold,
    -- The platform could not use the file that it had.
    media_id = CASE WHEN error_code IN (131052, 131053) THEN '' ELSE media_id END
WHERE id = :id AND state IN ('failed', 'unknown', 'queued')
