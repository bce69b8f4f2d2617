WITH r AS MATERIALIZED (
    SELECT CAST(r.value ->> 0 AS BIGINT) AS number_id, r.value ->> 1 AS phone, r.value ->> 2 AS one, r.value ->> 3 AS other FROM json_each(CAST(:rows AS TEXT)) r
)
SELECT i.value, h.id, h.display_name, c.id
FROM r
CROSS JOIN identities i
CROSS JOIN contacts p
CROSS JOIN contacts h
LEFT JOIN conversations c ON c.contact_id = h.id
WHERE i.number_id = r.number_id AND i.kind = 'phone' AND i.value = r.phone AND p.id = i.contact_id AND h.id = coalesce(p.merged_into, p.id)
    AND NOT EXISTS (SELECT 1 FROM dismissed_suggestions d WHERE d.number_id = i.number_id AND d.one = r.one AND d.other = r.other)
