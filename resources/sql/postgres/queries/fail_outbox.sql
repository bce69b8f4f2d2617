UPDATE outbox SET state = 'failed', error_code = :code, error_text = :text, done_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND state IN ('in_flight', 'queued', 'unknown')
    AND ((state <> 'queued' AND fence = CAST(:fence AS bigint))
        OR (state = 'queued'
            AND (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id AND lease.fence = CAST(:fence AS bigint) AND lease.expires_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint))
        OR (CAST(:fence AS bigint) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id)))))
