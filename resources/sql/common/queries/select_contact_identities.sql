SELECT kind, value FROM identities WHERE contact_id = :id ORDER BY kind, value
