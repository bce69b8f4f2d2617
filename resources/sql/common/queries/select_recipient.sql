SELECT (SELECT min(i.value) FROM identities i WHERE i.contact_id = c.contact_id AND i.kind = 'phone'),
    (SELECT min(i.value) FROM identities i WHERE i.contact_id = c.contact_id AND i.kind = 'bsuid')
FROM conversations c WHERE c.id = :id AND c.number_id = :number_id
