ALTER TABLE contacts ADD COLUMN owner_id bigint REFERENCES agents (id)
