-- The newest live message of the customer that was known when the row was queued, by the platform's clock.
ALTER TABLE outbox ADD COLUMN heard_ms bigint
