DELETE FROM contact_names WHERE number_id = :id
