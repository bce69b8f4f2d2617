UPDATE messages SET home_contact_id = :home WHERE id = :id
