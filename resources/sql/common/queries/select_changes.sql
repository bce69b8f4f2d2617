SELECT x.id, x.writer, x.body, (SELECT min(c.id) FROM changes c)
FROM (
    SELECT c.id, c.writer, CASE WHEN c.writer = :writer THEN '' ELSE c.body END AS body FROM changes c WHERE c.id > :after
    UNION ALL
    SELECT c.id, c.writer, CASE WHEN c.writer = :writer THEN '' ELSE c.body END FROM json_each(CAST(:rows AS TEXT)) r CROSS JOIN changes c WHERE c.id = CAST(r.value ->> 0 AS BIGINT)
) x
ORDER BY x.id LIMIT :count
