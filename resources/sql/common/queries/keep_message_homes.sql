UPDATE messages SET home_contact_id = :home WHERE conversation_id = :id AND home_contact_id IS NULL
