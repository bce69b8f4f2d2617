WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
UPDATE conversations
SET last_agent_id = CAST(:me AS BIGINT),
    assigned_ms = CASE WHEN assignee_id IS NULL AND :assigns = 1 THEN CAST(:now_ms AS BIGINT) ELSE assigned_ms END,
    assignee_id = CASE WHEN assignee_id IS NULL AND :assigns = 1 THEN CAST(:me AS BIGINT) ELSE assignee_id END,
    state = CASE WHEN state = 'snoozed' THEN 'open' ELSE state END,
    snooze_until_ms = NULL
WHERE id IN (SELECT r.id FROM r)
