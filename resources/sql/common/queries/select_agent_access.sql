SELECT CASE WHEN w.disabled_ms IS NULL THEN 0 ELSE 1 END,
    CASE WHEN w.role = 'admin' OR EXISTS (SELECT 1 FROM agent_numbers u WHERE u.agent_id = w.id AND u.number_id = :number_id)
        OR EXISTS (SELECT 1 FROM team_members y JOIN team_numbers z ON z.team_id = y.team_id WHERE y.agent_id = w.id AND z.number_id = :number_id) THEN 1 ELSE 0 END
FROM agents w WHERE w.id = :agent
