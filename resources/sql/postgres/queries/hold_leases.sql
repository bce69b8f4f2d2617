-- One order for all gateways, so that they wait for each other instead of deadlocking. The row is locked before WHERE is asked.
-- Who comes back after its time is a new holder: another may have been there meanwhile, and what it left on the wire was left by a predecessor.
-- A number whose token lies with another living gateway is left to that one.
INSERT INTO number_leases AS lease (number_id, holder, fence, expires_ms)
SELECT n.id, :gateway, 1, CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) + CAST(:life_ms AS bigint)
FROM (SELECT id FROM numbers UNION ALL SELECT 0) n
WHERE n.id = 0
    OR EXISTS (SELECT 1 FROM gateways g WHERE g.name = :gateway AND CAST(g.numbers AS jsonb) @> to_jsonb(n.id))
    OR NOT EXISTS (SELECT 1 FROM gateways g WHERE g.name <> :gateway AND CAST(g.numbers AS jsonb) @> to_jsonb(n.id)
        AND g.seen_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - CAST(:life_ms AS bigint))
ORDER BY n.id
ON CONFLICT (number_id) DO UPDATE SET holder = excluded.holder, expires_ms = excluded.expires_ms,
    fence = CASE WHEN lease.holder = excluded.holder AND lease.expires_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) THEN lease.fence ELSE lease.fence + 1 END
WHERE lease.holder = excluded.holder OR lease.expires_ms <= CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)
