-- Whoever was disabled or lost a number kept what they had closed: when the customer wrote again, nobody was told.
WITH gone AS MATERIALIZED (SELECT a.id AS agent, n.id AS number FROM agents a CROSS JOIN numbers n WHERE NOT tandem_agent_sees(a.id, n.id))
UPDATE conversations SET assignee_id = NULL, assigned_ms = NULL
WHERE (assignee_id, number_id) IN (SELECT g.agent, g.number FROM gone g)
