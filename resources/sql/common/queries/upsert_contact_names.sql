INSERT INTO contact_names (number_id, kind, identity, slot, contact_id, name, timestamp_ms, removed)
SELECT CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, r.value ->> 2, r.value ->> 3, CAST(r.value ->> 4 AS BIGINT), r.value ->> 5,
    CAST(r.value ->> 6 AS BIGINT), CAST(r.value ->> 7 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
WHERE 1 = 1
ON CONFLICT (number_id, kind, identity, slot) DO UPDATE
SET name = excluded.name, timestamp_ms = excluded.timestamp_ms, removed = excluded.removed
WHERE (excluded.timestamp_ms, excluded.removed, excluded.name) > (contact_names.timestamp_ms, contact_names.removed, contact_names.name)
RETURNING contact_id
