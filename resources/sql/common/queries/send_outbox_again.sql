UPDATE outbox SET state = 'queued', queued_ms = :now_ms, not_before_ms = NULL, wamid = NULL, error_code = 0, error_text = '', confirmed_stale = 1, hold = 'none',
    -- The platform could not use the file that it had.
    media_id = CASE WHEN error_code IN (131052, 131053) THEN '' ELSE media_id END
WHERE id = :id AND state IN ('failed', 'unknown', 'queued')
