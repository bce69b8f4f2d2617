SELECT id, received_ms, state, reason FROM deliveries ORDER BY CAST(id AS TEXT)
