SELECT n.phone_number_id, k.contact_key,
    (SELECT string_agg(i.value, chr(10) ORDER BY i.value COLLATE "C") FROM identities i WHERE i.contact_id = k.id AND i.kind = 'phone'),
    (SELECT string_agg(i.value, chr(10) ORDER BY i.value COLLATE "C") FROM identities i WHERE i.contact_id = k.id AND i.kind = 'bsuid'),
    (SELECT string_agg(i.value, chr(10) ORDER BY i.value COLLATE "C") FROM identities i WHERE i.contact_id = k.id AND i.kind = 'username'),
    (SELECT string_agg(x.name, chr(10) ORDER BY x.name COLLATE "C")
        FROM (SELECT DISTINCT c.name FROM contact_names c WHERE c.contact_id = k.id AND c.removed = 0 AND c.name <> '') x)
FROM contacts k
JOIN numbers n ON n.id = k.number_id
ORDER BY n.phone_number_id COLLATE "C", k.contact_key COLLATE "C"
