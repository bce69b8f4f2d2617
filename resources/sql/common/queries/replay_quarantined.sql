UPDATE deliveries SET state = 'received', reason = '' WHERE state = 'quarantined' AND body IS NOT NULL
