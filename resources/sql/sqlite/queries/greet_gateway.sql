INSERT INTO gateways (name, started_ms, seen_ms)
VALUES (:gateway, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))
ON CONFLICT (name) DO UPDATE SET seen_ms = excluded.seen_ms
