ALTER TABLE conversations ADD COLUMN last_agent_id bigint REFERENCES agents (id)
