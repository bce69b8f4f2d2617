UPDATE deliveries SET body = NULL WHERE state = 'applied' AND body IS NOT NULL AND applied_ms < :before_ms
    AND NOT EXISTS (SELECT 1 FROM waiting_values v WHERE v.delivery_id = deliveries.id)
