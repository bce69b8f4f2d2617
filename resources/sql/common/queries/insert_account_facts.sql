INSERT INTO account_facts (waba_id, phone_number_id, phone, field, event, timestamp_ms, digest, received_ms, reason, initiated_by, value)
SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4, CAST(r.value ->> 5 AS BIGINT), r.value ->> 6,
    CAST(r.value ->> 7 AS BIGINT), r.value ->> 8, r.value ->> 9, r.value ->> 10
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT DO NOTHING
