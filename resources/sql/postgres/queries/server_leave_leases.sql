-- Without a number's token nothing of it can be sent here: a living gateway that has it shall have the lease.
UPDATE number_leases AS lease SET expires_ms = 0
WHERE lease.holder = :gateway AND lease.expires_ms <> 0 AND lease.number_id <> 0
    AND NOT EXISTS (SELECT 1 FROM gateways g WHERE g.name = :gateway AND CAST(g.numbers AS jsonb) @> to_jsonb(lease.number_id))
    AND EXISTS (SELECT 1 FROM gateways g WHERE g.name <> :gateway AND CAST(g.numbers AS jsonb) @> to_jsonb(lease.number_id)
        AND g.seen_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) - CAST(:life_ms AS bigint))
RETURNING lease.number_id
