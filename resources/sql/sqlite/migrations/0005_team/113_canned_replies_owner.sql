ALTER TABLE canned_replies ADD COLUMN owner_id INTEGER REFERENCES agents (id)
