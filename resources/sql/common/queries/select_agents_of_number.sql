SELECT w.id, w.login, w.display_name FROM agents w
WHERE w.disabled_ms IS NULL AND (w.role = 'admin' OR EXISTS (SELECT 1 FROM agent_numbers u WHERE u.agent_id = w.id AND u.number_id = :number_id)
    OR EXISTS (SELECT 1 FROM team_members y JOIN team_numbers z ON z.team_id = y.team_id WHERE y.agent_id = w.id AND z.number_id = :number_id))
