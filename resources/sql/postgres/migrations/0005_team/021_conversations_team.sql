ALTER TABLE conversations ADD COLUMN team_id bigint REFERENCES teams (id)
