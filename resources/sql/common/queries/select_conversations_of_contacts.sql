SELECT c.id, c.contact_id
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN conversations c
WHERE c.contact_id = CAST(r.value ->> 0 AS BIGINT)
