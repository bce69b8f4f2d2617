WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT d.id, d.state FROM r JOIN deliveries d ON d.id = r.id
