UPDATE commands SET state = :state, attempts = attempts + 1, done_ms = :now_ms, error_code = :code, error_text = :text
WHERE id = :id AND state = 'queued'
