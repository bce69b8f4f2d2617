UPDATE saved_views SET shared = :shared, name = :name, position = :position, condition = :condition WHERE id = :id
