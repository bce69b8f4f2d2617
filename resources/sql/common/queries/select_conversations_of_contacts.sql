WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT c.id, k.id, c.contact_id
FROM r
CROSS JOIN contacts k
CROSS JOIN conversations c
WHERE k.id = r.id AND c.contact_id = coalesce(k.merged_into, k.id)
