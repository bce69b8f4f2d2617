DELETE FROM team_members WHERE team_id = :team AND agent_id = :agent
