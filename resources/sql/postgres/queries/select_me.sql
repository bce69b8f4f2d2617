SELECT id, role FROM agents WHERE login = session_user
