UPDATE deliveries SET state = 'received', reason = '' WHERE state = 'quarantined' AND state <> 'applied' AND body IS NOT NULL
