-- The file has one program that serves it: what another name holds was left behind.
INSERT INTO number_leases (number_id, holder, fence, expires_ms)
SELECT n.id, :gateway, 1, 9223372036854775807
FROM (SELECT id FROM numbers UNION ALL SELECT 0) n
WHERE n.id NOT IN (SELECT lease.number_id FROM number_leases lease WHERE lease.holder = :gateway) AND CAST(:life_ms AS INTEGER) > 0
ON CONFLICT (number_id) DO UPDATE SET holder = excluded.holder, expires_ms = excluded.expires_ms, fence = number_leases.fence + 1
