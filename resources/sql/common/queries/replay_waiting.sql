UPDATE deliveries SET state = 'received', reason = '' WHERE id IN (SELECT v.delivery_id FROM waiting_values v WHERE v.again = 0) AND body IS NOT NULL
