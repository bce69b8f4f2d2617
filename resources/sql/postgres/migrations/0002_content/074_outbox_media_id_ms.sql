ALTER TABLE outbox ADD COLUMN media_id_ms bigint NOT NULL DEFAULT 0
