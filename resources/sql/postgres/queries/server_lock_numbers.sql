SELECT pg_advisory_xact_lock(1416589, x.id)
FROM (SELECT DISTINCT CAST(CAST(r.value ->> 0 AS BIGINT) % 2147483647 AS integer) AS id FROM json_each(CAST(:rows AS TEXT)) r ORDER BY 1) x
