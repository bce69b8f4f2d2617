SELECT id FROM numbers WHERE phone_number_id = 'unknown'
