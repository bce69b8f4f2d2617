WITH gone AS (DELETE FROM gateways WHERE seen_ms < CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - 86400000)
INSERT INTO gateways (name, started_ms, seen_ms)
VALUES (:gateway, CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint), CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint))
ON CONFLICT (name) DO UPDATE SET seen_ms = excluded.seen_ms
