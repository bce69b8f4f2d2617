UPDATE outbox SET state = 'failed', error_code = :code, error_text = :text, done_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND state IN ('in_flight', 'queued', 'unknown')
    AND ((state <> 'queued' AND fence = CAST(:fence AS INTEGER))
        OR (state = 'queued'
            AND (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id AND lease.fence = CAST(:fence AS INTEGER))
        OR (CAST(:fence AS INTEGER) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id)))))
