SELECT role FROM agents WHERE id = :me AND disabled_ms IS NULL
