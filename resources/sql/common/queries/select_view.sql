SELECT v.owner_id, v.shared FROM saved_views v WHERE v.id = :id
