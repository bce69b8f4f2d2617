SELECT id, state, step, failure, error_text, platform_code, page_url, waba_id, phone_number_id, candidates, created_ms, updated_ms,
    contacts_requested, history_requested, contacts_request_id, history_request_id
FROM link_requests
WHERE state = :state
