SELECT f.number_id, f.wamid, f.kind, f.fact_key, f.timestamp_ms, f.body
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN message_facts f
WHERE f.number_id = CAST(r.value ->> 0 AS BIGINT) AND f.wamid = r.value ->> 1
