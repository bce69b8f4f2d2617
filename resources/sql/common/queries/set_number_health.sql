UPDATE numbers SET health_code = :code, health_text = :text, health_paused = :paused WHERE id = :id
