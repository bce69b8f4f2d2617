WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT x.id, x.writer, x.body, (SELECT min(c.id) FROM changes c)
FROM (
    SELECT c.id, c.writer, CASE WHEN c.writer = :writer THEN '' ELSE c.body END AS body FROM changes c WHERE c.id > :after
    UNION ALL
    SELECT c.id, c.writer, CASE WHEN c.writer = :writer THEN '' ELSE c.body END FROM r CROSS JOIN changes c WHERE c.id = r.id
) x
ORDER BY x.id LIMIT :count
