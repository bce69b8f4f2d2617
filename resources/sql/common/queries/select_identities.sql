WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS number_id, r.value ->> 1 AS kind, r.value ->> 2 AS value FROM json_each(CAST(:rows AS TEXT)) r)
SELECT i.number_id, i.kind, i.value, i.contact_id
FROM r
CROSS JOIN identities i
WHERE i.number_id = r.number_id AND i.kind = r.kind AND i.value = r.value
