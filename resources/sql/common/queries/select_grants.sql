SELECT x.agent_id, NULL, x.number_id FROM agent_numbers x
UNION ALL
SELECT NULL, t.team_id, t.number_id FROM team_numbers t
ORDER BY 3
