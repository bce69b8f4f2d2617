CREATE TABLE agent_numbers (
    agent_id bigint NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    number_id bigint NOT NULL REFERENCES numbers (id),
    PRIMARY KEY (agent_id, number_id)
)
