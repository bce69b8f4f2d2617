WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id, r.value FROM json_each(CAST(:rows AS TEXT)) r)
UPDATE conversations SET sort_ms = CAST(r.value ->> 1 AS BIGINT), last_message_ms = CAST(r.value ->> 2 AS BIGINT),
    last_message_id = CAST(r.value ->> 3 AS BIGINT), first_message_ms = CAST(r.value ->> 4 AS BIGINT),
    newest_out_ms = CAST(r.value ->> 5 AS BIGINT), window_from_ms = CAST(r.value ->> 6 AS BIGINT), unread = CAST(r.value ->> 7 AS BIGINT),
    preview_text = r.value ->> 8, preview_type = coalesce(r.value ->> 9, ''), preview_direction = r.value ->> 10,
    preview_origin = r.value ->> 11, preview_status = r.value ->> 12, preview_revoked = CAST(r.value ->> 13 AS BIGINT),
    customer_waiting = CAST(r.value ->> 14 AS BIGINT), answered_on_phone = CAST(r.value ->> 15 AS BIGINT),
    has_failed = CASE WHEN CAST(r.value ->> 16 AS BIGINT) > 0 THEN 1 ELSE 0 END
FROM r
WHERE conversations.id = r.id
