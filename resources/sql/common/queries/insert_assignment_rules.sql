INSERT INTO assignment_rules (position, number_id, label_id, method, team_id, enabled)
SELECT CAST(r.value ->> 0 AS BIGINT), CAST(r.value ->> 1 AS BIGINT), CAST(r.value ->> 2 AS BIGINT), r.value ->> 3, CAST(r.value ->> 4 AS BIGINT),
    CAST(r.value ->> 5 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
ORDER BY 1
