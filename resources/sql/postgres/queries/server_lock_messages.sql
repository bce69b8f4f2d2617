WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS number_id, r.value ->> 1 AS wamid FROM json_each(CAST(:rows AS TEXT)) r)
SELECT m.id FROM r JOIN messages m ON m.wamid = r.wamid AND m.number_id = r.number_id ORDER BY m.id FOR NO KEY UPDATE OF m
