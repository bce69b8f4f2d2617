UPDATE outbox SET state = 'unknown', done_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND state = 'in_flight'
    AND (fence = CAST(:fence AS INTEGER)
        OR (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id AND lease.fence = CAST(:fence AS INTEGER))
        OR (CAST(:fence AS INTEGER) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id))))
