UPDATE agents SET display_name = :name WHERE id = :id
