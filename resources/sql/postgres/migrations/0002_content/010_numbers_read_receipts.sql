ALTER TABLE numbers ADD COLUMN read_receipts text NOT NULL DEFAULT 'on_open'
