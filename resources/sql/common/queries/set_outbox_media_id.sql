UPDATE outbox SET media_id = :media_id, media_id_ms = :now_ms WHERE id = :id AND attempts = :attempt AND state IN ('queued', 'in_flight')
