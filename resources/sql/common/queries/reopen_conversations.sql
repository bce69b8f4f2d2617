-- Who is disabled or may no longer see the number does not have it any more.
WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j),
kept AS MATERIALIZED (
    SELECT c.id
    FROM r
    CROSS JOIN conversations c
    CROSS JOIN agents w
    WHERE c.id = r.id AND w.id = c.assignee_id AND w.disabled_ms IS NULL
        AND (w.role = 'admin' OR EXISTS (SELECT 1 FROM agent_numbers u WHERE u.agent_id = w.id AND u.number_id = c.number_id)
        OR EXISTS (SELECT 1 FROM team_members y JOIN team_numbers z ON z.team_id = y.team_id WHERE y.agent_id = w.id AND z.number_id = c.number_id))
)
UPDATE conversations SET state = 'open', snooze_until_ms = NULL,
    assigned_ms = CASE WHEN assignee_id IS NULL OR id IN (SELECT x.id FROM kept x) THEN assigned_ms END,
    assignee_id = CASE WHEN id IN (SELECT x.id FROM kept x) THEN assignee_id END
WHERE id IN (SELECT r.id FROM r) AND CASE WHEN state IN ('closed', 'snoozed', 'pending') THEN 1 ELSE 0 END = 1
