WITH r AS MATERIALIZED (SELECT DISTINCT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT c.id FROM r JOIN conversations c ON c.id = r.id ORDER BY c.id FOR NO KEY UPDATE OF c
