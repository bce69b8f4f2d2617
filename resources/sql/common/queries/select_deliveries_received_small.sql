SELECT id, route, body, digest, received_ms, state, reason FROM deliveries WHERE state = 'received' AND state <> 'applied' AND id > :after AND length(body) < :bytes ORDER BY id LIMIT :count
