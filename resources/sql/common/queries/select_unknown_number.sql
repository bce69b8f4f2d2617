SELECT id FROM numbers WHERE phone_number_id = 'unknown' AND NOT EXISTS (SELECT 1 FROM workspace WHERE name = 'unknown_kept')
