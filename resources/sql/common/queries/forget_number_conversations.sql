DELETE FROM conversations WHERE number_id = :id
