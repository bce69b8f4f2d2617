INSERT INTO deliveries (route, body, digest, received_ms, state, reason, phone_number_id) VALUES (:route, :body, :digest, :received_ms, 'received', '', :phone_number_id) RETURNING id
