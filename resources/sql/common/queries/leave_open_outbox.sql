UPDATE outbox SET hold = 'none', not_before_ms = NULL, confirmed_stale = 0, queued_ms = CASE WHEN queued_ms > :stale_ms THEN CAST(:stale_ms AS BIGINT) ELSE queued_ms END
WHERE state = 'queued'
