SELECT w.id FROM team_members v CROSS JOIN agents w
WHERE v.team_id = :team AND w.id = v.agent_id AND w.disabled_ms IS NULL
    AND (w.role = 'admin' OR EXISTS (SELECT 1 FROM agent_numbers u WHERE u.agent_id = w.id AND u.number_id = :number_id)
        OR EXISTS (SELECT 1 FROM team_members y JOIN team_numbers z ON z.team_id = y.team_id WHERE y.agent_id = w.id AND z.number_id = :number_id))
