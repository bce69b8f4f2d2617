ALTER TABLE contacts ADD COLUMN blocked_ms bigint
