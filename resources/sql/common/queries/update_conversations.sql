WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id, r.value FROM json_each(CAST(:rows AS TEXT)) r)
UPDATE conversations SET sort_ms = CAST(r.value ->> 1 AS BIGINT), last_message_ms = CAST(r.value ->> 2 AS BIGINT),
    last_message_id = CAST(r.value ->> 3 AS BIGINT), first_message_ms = CAST(r.value ->> 4 AS BIGINT),
    newest_out_ms = CAST(r.value ->> 5 AS BIGINT), window_from_ms = CAST(r.value ->> 6 AS BIGINT), unread = CAST(r.value ->> 7 AS BIGINT),
    preview_text = r.value ->> 8, preview_type = coalesce(r.value ->> 9, ''), preview_direction = r.value ->> 10,
    preview_origin = r.value ->> 11, preview_status = r.value ->> 12, preview_revoked = CAST(r.value ->> 13 AS BIGINT),
    customer_waiting = CAST(r.value ->> 14 AS BIGINT), answered_on_phone = CAST(r.value ->> 15 AS BIGINT),
    -- Answered on the phone, as from a desk: it need not come back by itself.
    state = CASE WHEN state = 'snoozed' AND CAST(r.value ->> 17 AS BIGINT) = 1 AND CAST(r.value ->> 5 AS BIGINT) > coalesce(newest_out_ms, 0) THEN 'open' ELSE state END,
    snooze_until_ms = CASE WHEN state = 'snoozed' AND CAST(r.value ->> 17 AS BIGINT) = 1 AND CAST(r.value ->> 5 AS BIGINT) > coalesce(newest_out_ms, 0) THEN NULL ELSE snooze_until_ms END,
    has_failed = CASE WHEN CAST(r.value ->> 16 AS BIGINT) > 0 THEN 1 ELSE 0 END
FROM r
WHERE conversations.id = r.id
