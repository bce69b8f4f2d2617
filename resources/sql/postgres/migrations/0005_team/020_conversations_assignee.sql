ALTER TABLE conversations ADD COLUMN assignee_id bigint REFERENCES agents (id)
