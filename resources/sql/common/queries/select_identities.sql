SELECT i.number_id, i.kind, i.value, i.contact_id
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN identities i
WHERE i.number_id = CAST(r.value ->> 0 AS BIGINT) AND i.kind = r.value ->> 1 AND i.value = r.value ->> 2
