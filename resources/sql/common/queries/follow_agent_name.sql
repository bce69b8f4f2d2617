UPDATE agents SET display_name = :name WHERE id = 1 AND login = 'me'
