SELECT id FROM conversations WHERE number_id = :id
