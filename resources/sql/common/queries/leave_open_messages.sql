UPDATE messages SET base_status = CASE o.state WHEN 'in_flight' THEN 'unknown' ELSE 'failed' END, status = CASE o.state WHEN 'in_flight' THEN 'unknown' ELSE 'failed' END,
    error_title = CASE o.state WHEN 'in_flight' THEN NULL ELSE CAST(:text AS TEXT) END, failure_seen = 0
FROM outbox o
WHERE o.state IN ('queued', 'in_flight') AND messages.outbox_id = o.id
