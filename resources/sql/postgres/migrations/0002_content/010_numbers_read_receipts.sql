ALTER TABLE numbers ADD COLUMN read_receipts text COLLATE "C" NOT NULL DEFAULT 'on_open'
