SELECT window_from_ms FROM conversations WHERE id = :id
