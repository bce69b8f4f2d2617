UPDATE waiting_values SET again = 1
WHERE EXISTS (SELECT 1 FROM deliveries d WHERE d.id = waiting_values.delivery_id AND d.state = 'received')
