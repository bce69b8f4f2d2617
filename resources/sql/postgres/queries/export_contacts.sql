SELECT n.phone_number_id, k.contact_key,
    (SELECT json_agg(i.value ORDER BY i.value COLLATE "C") FROM contacts p CROSS JOIN identities i WHERE (p.id = k.id OR p.merged_into = k.id) AND i.contact_id = p.id AND i.kind = 'phone'),
    (SELECT json_agg(i.value ORDER BY i.value COLLATE "C") FROM contacts p CROSS JOIN identities i WHERE (p.id = k.id OR p.merged_into = k.id) AND i.contact_id = p.id AND i.kind = 'bsuid'),
    (SELECT json_agg(i.value ORDER BY i.value COLLATE "C") FROM contacts p CROSS JOIN identities i WHERE (p.id = k.id OR p.merged_into = k.id) AND i.contact_id = p.id AND i.kind = 'username'),
    (SELECT json_agg(x.name ORDER BY x.name COLLATE "C")
        FROM (SELECT DISTINCT c.name FROM contacts p CROSS JOIN contact_names c WHERE (p.id = k.id OR p.merged_into = k.id) AND c.contact_id = p.id AND c.removed = 0 AND c.name <> '') x)
FROM contacts k
JOIN numbers n ON n.id = k.number_id
WHERE k.merged_into IS NULL
ORDER BY n.phone_number_id COLLATE "C", k.contact_key COLLATE "C"
