SELECT v.id, v.owner_id, v.name, v.shared, v.position, v.condition FROM saved_views v WHERE v.owner_id = :me OR v.shared = 1 ORDER BY v.position, v.id
