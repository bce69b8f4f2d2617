SELECT id, route, body, digest, received_ms, state, reason FROM deliveries WHERE state = 'received' AND state <> 'applied' ORDER BY id LIMIT :count
