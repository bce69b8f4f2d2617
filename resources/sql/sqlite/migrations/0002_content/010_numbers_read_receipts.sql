ALTER TABLE numbers ADD COLUMN read_receipts TEXT NOT NULL DEFAULT 'on_open'
