ALTER TABLE conversations ADD COLUMN team_id INTEGER REFERENCES teams (id)
