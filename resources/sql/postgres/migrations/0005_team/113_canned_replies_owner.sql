ALTER TABLE canned_replies ADD COLUMN owner_id bigint REFERENCES agents (id)
