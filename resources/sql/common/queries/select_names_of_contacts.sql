WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) r)
SELECT DISTINCT g.id, n.kind, n.name, n.removed, n.timestamp_ms
FROM r
CROSS JOIN contacts k
CROSS JOIN contacts g
CROSS JOIN contacts p
CROSS JOIN contact_names n
WHERE k.id = r.id AND g.id = coalesce(k.merged_into, k.id) AND (p.id = g.id OR p.merged_into = g.id) AND n.contact_id = p.id
ORDER BY g.id, n.timestamp_ms, n.name
