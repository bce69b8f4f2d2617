INSERT INTO messages (id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type,
    content_rank, revoked, failure_seen, wamid, text, payload, reply_to, error_code, error_title, error_details, base, edits,
    reactions, author, outbox_id)
SELECT CAST(r.value ->> 0 AS BIGINT), CAST(r.value ->> 1 AS BIGINT), CAST(r.value ->> 2 AS BIGINT), CAST(r.value ->> 3 AS BIGINT),
    r.value ->> 4, r.value ->> 5, r.value ->> 6, r.value ->> 7, r.value ->> 8, r.value ->> 9, CAST(r.value ->> 10 AS BIGINT),
    CAST(r.value ->> 11 AS BIGINT), CAST(r.value ->> 12 AS BIGINT), r.value ->> 13, r.value ->> 14, r.value ->> 15, r.value ->> 16,
    CAST(r.value ->> 17 AS BIGINT), r.value ->> 18, r.value ->> 19, r.value ->> 20, r.value ->> 21, r.value ->> 22, r.value ->> 23,
    CAST(r.value ->> 24 AS BIGINT)
FROM json_each(CAST(:rows AS TEXT)) r
