INSERT INTO system_events (number_id, event_key, contact_id, timestamp_ms, body)
SELECT CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, CAST(r.value ->> 2 AS BIGINT), CAST(r.value ->> 3 AS BIGINT), r.value ->> 4
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT (number_id, event_key) DO UPDATE
SET contact_id = excluded.contact_id, timestamp_ms = excluded.timestamp_ms, body = excluded.body
WHERE (excluded.timestamp_ms, excluded.body) < (system_events.timestamp_ms, system_events.body)
RETURNING contact_id
