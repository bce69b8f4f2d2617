SELECT c.id, k.id, c.contact_id
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN contacts k
CROSS JOIN conversations c
WHERE k.id = CAST(r.value ->> 0 AS BIGINT) AND c.contact_id = coalesce(k.merged_into, k.id)
