UPDATE deliveries SET state = 'quarantined', reason = :reason WHERE id = :id
