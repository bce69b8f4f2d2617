SELECT state FROM deliveries WHERE id = :id
