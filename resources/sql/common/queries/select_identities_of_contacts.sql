WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT DISTINCT g.id, i.kind, i.value, i.retired_ms
FROM r
CROSS JOIN contacts k
CROSS JOIN contacts g
CROSS JOIN contacts p
CROSS JOIN identities i
WHERE k.id = r.id AND g.id = coalesce(k.merged_into, k.id) AND (p.id = g.id OR p.merged_into = g.id) AND i.contact_id = p.id
ORDER BY g.id, i.kind, i.value
