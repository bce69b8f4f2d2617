UPDATE deliveries SET state = :state, reason = :reason, applied_ms = :now_ms WHERE id = :id AND state = 'received'
