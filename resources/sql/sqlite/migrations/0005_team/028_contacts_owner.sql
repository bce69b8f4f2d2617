ALTER TABLE contacts ADD COLUMN owner_id INTEGER REFERENCES agents (id)
