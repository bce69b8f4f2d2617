SELECT id FROM numbers ORDER BY phone_number_id COLLATE "C"
