INSERT INTO saved_views (owner_id, shared, name, position, condition) VALUES (:me, :shared, :name, :position, :condition) RETURNING id
