SELECT CAST(CAST(pg_snapshot_xmin(s.now) AS text) AS bigint), CAST(CAST(pg_snapshot_xmax(s.now) AS text) AS bigint) FROM (SELECT pg_current_snapshot() AS now) s
