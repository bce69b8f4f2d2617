ALTER TABLE outbox ADD COLUMN author_id bigint REFERENCES agents (id)
