INSERT INTO deliveries (route, body, digest, received_ms, state, reason) VALUES (:route, :body, :digest, :received_ms, 'received', '') RETURNING id
