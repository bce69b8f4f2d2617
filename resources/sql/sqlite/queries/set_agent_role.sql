UPDATE agents SET role = :role WHERE id = :id
