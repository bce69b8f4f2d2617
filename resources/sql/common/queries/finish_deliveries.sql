WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS delivery, r.value ->> 1 AS ended, r.value ->> 2 AS why FROM json_each(CAST(:rows AS TEXT)) r)
UPDATE deliveries SET reason = r.why, applied_ms = :now_ms,
    state = CASE WHEN EXISTS (SELECT 1 FROM waiting_values v WHERE v.delivery_id = deliveries.id AND v.again = 1) THEN 'received' ELSE r.ended END
FROM r WHERE deliveries.id = r.delivery AND deliveries.state = 'received'
RETURNING id, state
