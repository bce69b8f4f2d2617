-- What somebody has who is disabled or may no longer see the number belongs to nobody, whatever its state: it would be in no list when it opens again.
WITH gone AS MATERIALIZED (
    SELECT w.id AS agent, n.id AS number
    FROM agents w
    CROSS JOIN numbers n
    WHERE w.disabled_ms IS NOT NULL OR NOT (w.role = 'admin' OR EXISTS (SELECT 1 FROM agent_numbers u WHERE u.agent_id = w.id AND u.number_id = n.id)
        OR EXISTS (SELECT 1 FROM team_members y JOIN team_numbers z ON z.team_id = y.team_id WHERE y.agent_id = w.id AND z.number_id = n.id))
)
UPDATE conversations SET assignee_id = NULL, assigned_ms = NULL
WHERE (assignee_id, number_id) IN (SELECT x.agent, x.number FROM gone x)
