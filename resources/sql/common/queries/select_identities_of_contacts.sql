SELECT DISTINCT g.id, i.kind, i.value, i.retired_ms
FROM json_each(CAST(:rows AS TEXT)) r
CROSS JOIN contacts k
CROSS JOIN contacts g
CROSS JOIN contacts p
CROSS JOIN identities i
WHERE k.id = CAST(r.value ->> 0 AS BIGINT) AND g.id = coalesce(k.merged_into, k.id) AND (p.id = g.id OR p.merged_into = g.id) AND i.contact_id = p.id
ORDER BY g.id, i.kind, i.value
