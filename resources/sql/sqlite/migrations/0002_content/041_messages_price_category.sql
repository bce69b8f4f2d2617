ALTER TABLE messages ADD COLUMN price_category TEXT
