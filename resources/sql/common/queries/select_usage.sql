SELECT n.id, CAST(r.value ->> 0 AS BIGINT), m.origin, coalesce(m.price_category, ''), m.billable, count(*)
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN numbers n
CROSS JOIN messages m
WHERE m.number_id = n.id AND m.direction = 'out' AND m.source <> 'history'
    AND m.timestamp_ms >= CAST(r.value ->> 0 AS BIGINT) AND m.timestamp_ms < CAST(r.value ->> 1 AS BIGINT)
    AND m.status NOT IN ('queued', 'failed', 'unknown') AND NOT (m.source = 'send' AND m.status = 'none')
GROUP BY n.id, CAST(r.value ->> 0 AS BIGINT), m.origin, coalesce(m.price_category, ''), m.billable
ORDER BY n.id, 2, m.origin, 4, m.billable
