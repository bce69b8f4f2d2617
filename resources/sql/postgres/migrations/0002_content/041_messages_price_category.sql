ALTER TABLE messages ADD COLUMN price_category text COLLATE "C"
