SELECT id FROM teams WHERE name = :name AND id <> :id
