ALTER TABLE deliveries ADD COLUMN phone_number_id text COLLATE "C" NOT NULL DEFAULT ''
