INSERT INTO team_members (team_id, agent_id) VALUES (:team, :agent) ON CONFLICT (team_id, agent_id) DO NOTHING
