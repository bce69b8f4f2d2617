WITH r AS MATERIALIZED (
    SELECT CAST(r.value ->> 0 AS BIGINT) AS id, CAST(r.value ->> 1 AS BIGINT) AS contact_id FROM json_each(CAST(:rows AS TEXT)) r
)
INSERT INTO conversations (id, number_id, contact_id, state, read_ms, forced_unread, draft, sort_ms, unread, preview_text, preview_type,
    preview_direction, preview_origin, preview_status, preview_revoked, customer_waiting, answered_on_phone, has_failed)
SELECT r.id, k.number_id, k.id, 'open', 0, 0, '', :now_ms, 0, '', '', 'in', 'customer', 'none', 0, 0, 0, 0
FROM r
JOIN contacts k ON k.id = r.contact_id
