UPDATE outbox SET media_id = :media_id, media_id_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND state IN ('queued', 'in_flight')
    AND ((state = 'in_flight' AND fence = CAST(:fence AS INTEGER))
        OR (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id AND lease.fence = CAST(:fence AS INTEGER))
        OR (CAST(:fence AS INTEGER) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id))))
