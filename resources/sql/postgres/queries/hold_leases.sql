-- One order for all gateways, so that they wait for each other instead of deadlocking. The row is locked before WHERE is asked.
-- Who comes back after its time is a new holder: another may have been there meanwhile, and what it left on the wire was left by a predecessor.
INSERT INTO number_leases AS lease (number_id, holder, fence, expires_ms)
SELECT n.id, :gateway, 1, CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) + CAST(:life_ms AS bigint)
FROM (SELECT id FROM numbers UNION ALL SELECT 0) n
ORDER BY n.id
ON CONFLICT (number_id) DO UPDATE SET holder = excluded.holder, expires_ms = excluded.expires_ms,
    fence = CASE WHEN lease.holder = excluded.holder AND lease.expires_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) THEN lease.fence ELSE lease.fence + 1 END
WHERE lease.holder = excluded.holder OR lease.expires_ms <= CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)
