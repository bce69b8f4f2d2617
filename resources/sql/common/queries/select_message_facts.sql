WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS number_id, r.value ->> 1 AS wamid FROM json_each(CAST(:rows AS TEXT)) r)
SELECT f.number_id, f.wamid, f.kind, f.fact_key, f.timestamp_ms, f.body
FROM r
CROSS JOIN message_facts f
WHERE f.number_id = r.number_id AND f.wamid = r.wamid
