DELETE FROM commands WHERE number_id = :id
