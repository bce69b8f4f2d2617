CREATE INDEX outbox_recent ON outbox (number_id, in_flight_ms) WHERE in_flight_ms IS NOT NULL
