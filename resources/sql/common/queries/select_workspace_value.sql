SELECT value FROM workspace WHERE name = :name
