SELECT id, route, digest, received_ms, state, reason FROM deliveries WHERE state = 'quarantined' ORDER BY id LIMIT :count
