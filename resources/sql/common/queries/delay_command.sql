UPDATE commands SET attempts = attempts + 1, not_before_ms = :not_before_ms WHERE id = :id AND state = 'queued'
