SELECT c.contact_id, (SELECT count(*) FROM identities i WHERE i.contact_id = c.contact_id AND i.kind = 'none')
FROM conversations c WHERE c.id = :id
