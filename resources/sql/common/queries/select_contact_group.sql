SELECT p.id, p.number_id, p.merged_into
FROM contacts p
WHERE p.id = (SELECT coalesce(a.merged_into, a.id) FROM contacts a WHERE a.id = :id)
UNION ALL
SELECT p.id, p.number_id, p.merged_into
FROM contacts p
WHERE p.merged_into = (SELECT coalesce(a.merged_into, a.id) FROM contacts a WHERE a.id = :id)
