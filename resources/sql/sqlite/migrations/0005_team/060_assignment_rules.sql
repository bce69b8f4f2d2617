CREATE TABLE assignment_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    number_id INTEGER REFERENCES numbers (id) ON DELETE CASCADE,
    label_id INTEGER REFERENCES labels (id) ON DELETE CASCADE,
    method TEXT NOT NULL CHECK (method IN ('owner', 'last_agent', 'round_robin', 'least_busy')),
    team_id INTEGER REFERENCES teams (id) ON DELETE CASCADE,
    enabled INTEGER NOT NULL
) STRICT
