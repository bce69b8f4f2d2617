SELECT u.agent_id, u.number_id FROM agent_numbers u
UNION
SELECT y.agent_id, z.number_id FROM team_members y JOIN team_numbers z ON z.team_id = y.team_id
