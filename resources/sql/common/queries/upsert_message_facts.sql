INSERT INTO message_facts (number_id, wamid, kind, fact_key, timestamp_ms, body)
SELECT CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, r.value ->> 2, r.value ->> 3, CAST(r.value ->> 4 AS BIGINT), r.value ->> 5
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT (wamid, number_id, kind, fact_key) DO UPDATE
SET timestamp_ms = excluded.timestamp_ms, body = excluded.body
WHERE (excluded.timestamp_ms, excluded.body) < (message_facts.timestamp_ms, message_facts.body)
