UPDATE deliveries SET state = 'quarantined', reason = :reason WHERE id = :id AND state = 'received'
