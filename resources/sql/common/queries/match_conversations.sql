WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
SELECT c.id FROM r CROSS JOIN conversations c WHERE c.id = r.id /*condition*/
