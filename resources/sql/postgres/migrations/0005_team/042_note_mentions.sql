CREATE TABLE note_mentions (
    note_id bigint NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    agent_id bigint NOT NULL REFERENCES agents (id),
    number_id bigint NOT NULL REFERENCES numbers (id),
    seen_ms bigint,
    PRIMARY KEY (note_id, agent_id)
)
