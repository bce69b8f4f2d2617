UPDATE outbox SET state = CASE state WHEN 'in_flight' THEN 'unknown' ELSE 'failed' END, error_text = CASE state WHEN 'in_flight' THEN '' ELSE CAST(:text AS TEXT) END,
    hold = 'none', not_before_ms = NULL, done_ms = CAST(:now_ms AS BIGINT)
WHERE state IN ('queued', 'in_flight')
