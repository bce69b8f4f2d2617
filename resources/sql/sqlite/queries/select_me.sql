SELECT id, role FROM agents WHERE id = :me
