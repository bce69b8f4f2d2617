SELECT n.phone_number_id, k.contact_key,
    (SELECT json_group_array(value) FROM (SELECT i.value FROM identities i WHERE i.contact_id = k.id AND i.kind = 'phone' ORDER BY i.value)),
    (SELECT json_group_array(value) FROM (SELECT i.value FROM identities i WHERE i.contact_id = k.id AND i.kind = 'bsuid' ORDER BY i.value)),
    (SELECT json_group_array(value) FROM (SELECT i.value FROM identities i WHERE i.contact_id = k.id AND i.kind = 'username' ORDER BY i.value)),
    (SELECT json_group_array(name) FROM (SELECT DISTINCT c.name FROM contact_names c WHERE c.contact_id = k.id AND c.removed = 0 AND c.name <> '' ORDER BY c.name))
FROM contacts k
JOIN numbers n ON n.id = k.number_id
ORDER BY n.phone_number_id, k.contact_key
