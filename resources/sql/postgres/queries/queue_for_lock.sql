SELECT id FROM conversations WHERE id = :id FOR NO KEY UPDATE
