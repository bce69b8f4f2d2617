INSERT INTO labels (name, color_index) VALUES (:name, :color_index) RETURNING id
