CREATE INDEX outbox_open ON outbox (state, number_id, priority, queued_ms, id) WHERE state IN ('queued', 'in_flight')
