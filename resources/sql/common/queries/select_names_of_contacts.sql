SELECT n.contact_id, n.kind, n.name, n.removed
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN contact_names n
WHERE n.contact_id = CAST(r.value ->> 0 AS BIGINT)
ORDER BY n.contact_id, n.timestamp_ms, n.name
