CREATE TABLE agent_numbers (
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id) ON DELETE CASCADE,
    PRIMARY KEY (agent_id, number_id)
)
