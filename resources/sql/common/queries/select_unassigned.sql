WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
SELECT c.id, c.number_id, e.owner_id, c.last_agent_id, c.team_id
FROM r
CROSS JOIN conversations c
CROSS JOIN contacts e
WHERE c.id = r.id AND c.assignee_id IS NULL AND e.id = c.contact_id
ORDER BY c.id
