SELECT n.phone_number_id, k.contact_key,
    (SELECT json_group_array(value) FROM (SELECT i.value FROM contacts p CROSS JOIN identities i WHERE (p.id = k.id OR p.merged_into = k.id) AND i.contact_id = p.id AND i.kind = 'phone' ORDER BY i.value)),
    (SELECT json_group_array(value) FROM (SELECT i.value FROM contacts p CROSS JOIN identities i WHERE (p.id = k.id OR p.merged_into = k.id) AND i.contact_id = p.id AND i.kind = 'bsuid' ORDER BY i.value)),
    (SELECT json_group_array(value) FROM (SELECT i.value FROM contacts p CROSS JOIN identities i WHERE (p.id = k.id OR p.merged_into = k.id) AND i.contact_id = p.id AND i.kind = 'username' ORDER BY i.value)),
    (SELECT json_group_array(name) FROM (SELECT DISTINCT c.name FROM contacts p CROSS JOIN contact_names c WHERE (p.id = k.id OR p.merged_into = k.id) AND c.contact_id = p.id AND c.removed = 0 AND c.name <> '' ORDER BY c.name))
FROM contacts k
JOIN numbers n ON n.id = k.number_id
WHERE k.merged_into IS NULL
ORDER BY n.phone_number_id, k.contact_key
