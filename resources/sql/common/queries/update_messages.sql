WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id, r.value FROM json_each(CAST(:rows AS TEXT)) r)
UPDATE messages SET conversation_id = CAST(r.value ->> 2 AS BIGINT), timestamp_ms = CAST(r.value ->> 3 AS BIGINT), direction =
    r.value ->> 4, origin = r.value ->> 5, source = r.value ->> 6, status = r.value ->> 7, base_status = r.value ->> 8, type = r.value
    ->> 9, content_rank = CAST(r.value ->> 10 AS BIGINT), revoked = CAST(r.value ->> 11 AS BIGINT), failure_seen = CAST(r.value ->> 12
    AS BIGINT), text = r.value ->> 14, payload = r.value ->> 15, reply_to = r.value ->> 16, error_code = CAST(r.value ->> 17 AS
    BIGINT), error_title = r.value ->> 18, error_details = r.value ->> 19, base = r.value ->> 20, edits = r.value ->> 21, reactions =
    r.value ->> 22, price_category = r.value ->> 25, billable = CAST(r.value ->> 26 AS BIGINT)
FROM r
WHERE messages.id = r.id
