SELECT id FROM agents WHERE login = :login
