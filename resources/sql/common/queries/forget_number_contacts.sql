DELETE FROM contacts WHERE number_id = :id
