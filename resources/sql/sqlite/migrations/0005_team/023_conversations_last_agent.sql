ALTER TABLE conversations ADD COLUMN last_agent_id INTEGER REFERENCES agents (id)
