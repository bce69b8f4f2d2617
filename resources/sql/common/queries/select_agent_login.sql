SELECT login FROM agents WHERE id = :id
