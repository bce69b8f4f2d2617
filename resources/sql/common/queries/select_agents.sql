SELECT w.id, w.login, w.display_name, w.role, w.away, CASE WHEN w.disabled_ms IS NULL THEN 0 ELSE 1 END,
    CASE WHEN EXISTS (SELECT 1 FROM presence s WHERE s.agent_id = w.id AND s.seen_ms > :seen_after_ms) THEN 1 ELSE 0 END,
    (SELECT count(*) FROM conversations c WHERE c.assignee_id = w.id AND c.state = 'open')
FROM agents w
