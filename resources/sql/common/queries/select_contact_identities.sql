SELECT i.kind, i.value
FROM contacts p
CROSS JOIN identities i
WHERE (p.id = :id OR p.merged_into = :id) AND i.contact_id = p.id
ORDER BY i.kind, i.retired_ms, i.value
