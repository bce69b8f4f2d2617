DELETE FROM contacts WHERE id = :id
