UPDATE deliveries SET body = NULL WHERE state = 'applied' AND body IS NOT NULL AND applied_ms < :before_ms
