SELECT t.id, t.name, x.agent_id FROM teams t LEFT JOIN team_members x ON x.team_id = t.id ORDER BY t.id, x.agent_id
