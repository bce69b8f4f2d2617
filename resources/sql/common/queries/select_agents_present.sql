SELECT w.id, w.role, w.last_assigned_ms,
    (SELECT count(*) FROM conversations c WHERE c.assignee_id = w.id AND c.state = 'open')
FROM agents w
WHERE w.disabled_ms IS NULL AND w.away = 0 AND EXISTS (SELECT 1 FROM presence s WHERE s.agent_id = w.id AND s.seen_ms > :seen_after_ms)
