INSERT INTO dismissed_suggestions (number_id, one, other)
SELECT CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, r.value ->> 2 FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT DO NOTHING
