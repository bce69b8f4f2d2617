SELECT i.contact_id FROM identities i WHERE i.number_id = :number_id AND i.kind = :kind AND i.value = :value
