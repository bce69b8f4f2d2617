SELECT lease.number_id, coalesce(n.phone_number_id, ''), CASE WHEN lease.holder = :gateway THEN 1 ELSE 0 END, lease.fence, lease.expires_ms
FROM number_leases lease
LEFT JOIN numbers n ON n.id = lease.number_id
ORDER BY lease.number_id
