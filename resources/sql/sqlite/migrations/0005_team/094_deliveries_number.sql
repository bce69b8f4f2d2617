ALTER TABLE deliveries ADD COLUMN phone_number_id TEXT NOT NULL DEFAULT ''
