DELETE FROM waiting_values WHERE delivery_id = :id AND again = 1
