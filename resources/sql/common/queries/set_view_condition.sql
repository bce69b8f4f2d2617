UPDATE saved_views SET condition = :condition WHERE id = :id
