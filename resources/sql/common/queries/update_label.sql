UPDATE labels SET name = :name, color_index = :color_index WHERE id = :id
