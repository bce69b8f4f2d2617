UPDATE messages SET price_category = x.category, billable = x.billable
FROM (
    SELECT f.number_id, f.wamid, f.body ->> '$.pricing.category' AS category,
        CASE WHEN f.body ->> '$.pricing.billable' = 1 THEN 1 ELSE 0 END AS billable,
        row_number() OVER (PARTITION BY f.number_id, f.wamid ORDER BY f.timestamp_ms DESC, f.fact_key DESC) AS place
    FROM message_facts f
    WHERE f.kind = 'status' AND f.body ->> '$.pricing.category' <> ''
) x
WHERE x.place = 1 AND messages.wamid = x.wamid AND messages.number_id = x.number_id
