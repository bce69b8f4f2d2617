UPDATE link_requests SET step = :step, failure = :failure, error_text = :error_text, platform_code = :platform_code, page_url = :page_url,
    waba_id = :waba_id, phone_number_id = :phone_number_id, candidates = :candidates, updated_ms = :now_ms,
    contacts_requested = :contacts_requested, history_requested = :history_requested,
    contacts_request_id = :contacts_request_id, history_request_id = :history_request_id
WHERE id = :id AND step <> 'cancelled'
    AND (EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = 0 AND lease.fence = CAST(:fence AS bigint) AND lease.expires_ms > CAST(:clock_ms AS bigint))
        OR (CAST(:fence AS bigint) = 0 AND NOT EXISTS (SELECT 1 FROM number_leases lease WHERE lease.number_id = 0)))
