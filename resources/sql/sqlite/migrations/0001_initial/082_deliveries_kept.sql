CREATE INDEX deliveries_kept ON deliveries (applied_ms) WHERE state = 'applied' AND body IS NOT NULL
