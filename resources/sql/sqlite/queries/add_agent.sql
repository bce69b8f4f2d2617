INSERT INTO agents (login, display_name, role, created_ms) VALUES (:login, '', :role, :now_ms) RETURNING id
