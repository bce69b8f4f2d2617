CREATE TABLE note_mentions (
    note_id INTEGER NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    agent_id INTEGER NOT NULL REFERENCES agents (id),
    number_id INTEGER NOT NULL REFERENCES numbers (id),
    seen_ms INTEGER,
    PRIMARY KEY (note_id, agent_id)
) STRICT, WITHOUT ROWID
