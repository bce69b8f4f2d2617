UPDATE outbox SET state = 'in_flight', attempts = :attempt, in_flight_ms = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint), done_ms = NULL, not_before_ms = NULL, hold = 'none', fence = CAST(:fence AS bigint)
WHERE id = :id AND state = 'queued' AND attempts = :attempt - 1
    AND (hold = 'none' OR (hold <> 'until_reply' AND not_before_ms <= :now_ms))
    AND (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id AND lease.fence = CAST(:fence AS bigint) AND lease.expires_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint))
        OR (CAST(:fence AS bigint) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = outbox.number_id)))
