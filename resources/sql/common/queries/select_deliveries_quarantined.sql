SELECT id, route, digest, received_ms, state, reason FROM deliveries WHERE state = 'quarantined' AND state <> 'applied' ORDER BY id LIMIT :count
