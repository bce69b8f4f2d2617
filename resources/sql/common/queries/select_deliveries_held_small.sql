SELECT d.id, d.route, d.body, d.digest, d.received_ms, d.state, d.reason FROM deliveries d
WHERE d.state = 'received' AND d.state <> 'applied' AND d.id > :after AND length(d.body) < :bytes
    AND coalesce((SELECT n.id FROM numbers n WHERE n.phone_number_id = d.phone_number_id), 0) IN (SELECT CAST(r.value ->> 0 AS BIGINT) FROM json_each(CAST(:rows AS TEXT)) r)
ORDER BY d.id LIMIT :count
