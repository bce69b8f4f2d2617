UPDATE outbox SET state = 'accepted', wamid = :wamid, error_code = 0, error_text = '', done_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND fence = :fence AND state IN ('in_flight', 'unknown')
