SELECT id, role FROM agents WHERE id = 1
