UPDATE outbox SET state = 'unknown', done_ms = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)
WHERE id = :id AND attempts = :attempt AND state = 'in_flight'
    AND (fence = CAST(:fence AS bigint)
        OR (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id AND lease.fence = CAST(:fence AS bigint) AND lease.expires_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint))
        OR (CAST(:fence AS bigint) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id))))
