SELECT i.contact_id, i.kind, i.value
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN identities i
WHERE i.contact_id = CAST(r.value ->> 0 AS BIGINT)
ORDER BY i.contact_id, i.kind, i.value
