DELETE FROM identities WHERE number_id = :id
