SELECT received_ms FROM deliveries WHERE id = :id
