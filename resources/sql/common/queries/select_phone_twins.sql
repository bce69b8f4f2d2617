SELECT i.value, h.id, h.display_name, c.id
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN identities i
CROSS JOIN contacts p
CROSS JOIN contacts h
LEFT JOIN conversations c ON c.contact_id = h.id
WHERE i.number_id = CAST(r.value ->> 0 AS BIGINT) AND i.kind = 'phone' AND i.value = r.value ->> 1 AND p.id = i.contact_id AND h.id = coalesce(p.merged_into, p.id)
    AND NOT EXISTS (SELECT 1 FROM dismissed_suggestions d WHERE d.number_id = i.number_id AND d.one = r.value ->> 2 AND d.other = r.value ->> 3)
