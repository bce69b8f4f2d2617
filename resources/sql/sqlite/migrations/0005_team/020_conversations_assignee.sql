ALTER TABLE conversations ADD COLUMN assignee_id INTEGER REFERENCES agents (id)
