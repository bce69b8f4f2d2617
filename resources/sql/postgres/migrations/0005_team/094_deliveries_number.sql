ALTER TABLE deliveries ADD COLUMN phone_number_id text NOT NULL DEFAULT ''
