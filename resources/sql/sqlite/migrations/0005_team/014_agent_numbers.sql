CREATE TABLE agent_numbers (
    agent_id INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    number_id INTEGER NOT NULL REFERENCES numbers (id) ON DELETE CASCADE,
    PRIMARY KEY (agent_id, number_id)
) STRICT, WITHOUT ROWID
