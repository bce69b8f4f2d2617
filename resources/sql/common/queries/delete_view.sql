DELETE FROM saved_views WHERE id = :id
