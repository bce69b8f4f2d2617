UPDATE messages SET conversation_id = :keep, home_contact_id = NULL WHERE conversation_id = :id AND home_contact_id = :home
