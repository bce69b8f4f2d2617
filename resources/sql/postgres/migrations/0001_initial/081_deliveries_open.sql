CREATE INDEX deliveries_open ON deliveries (state, id) WHERE state <> 'applied'
