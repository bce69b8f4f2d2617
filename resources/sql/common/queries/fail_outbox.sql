UPDATE outbox SET state = 'failed', error_code = :code, error_text = :text, done_ms = :now_ms
WHERE id = :id AND attempts = :attempt AND state IN ('in_flight', 'queued', 'unknown')
