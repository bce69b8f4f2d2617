UPDATE outbox SET state = :state, wamid = :wamid, error_code = :code, error_text = :text, done_ms = coalesce(done_ms, :now_ms) WHERE id = :id
