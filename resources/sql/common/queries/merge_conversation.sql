UPDATE conversations
SET read_ms = CASE WHEN l.read_ms > conversations.read_ms THEN l.read_ms ELSE conversations.read_ms END,
    forced_unread = CASE WHEN l.forced_unread = 1 THEN 1 ELSE conversations.forced_unread END,
    unread_from_ms = CASE WHEN conversations.unread_from_ms IS NULL OR l.unread_from_ms < conversations.unread_from_ms THEN l.unread_from_ms
        ELSE conversations.unread_from_ms END,
    state = CASE WHEN l.state = 'open' OR conversations.state = 'open' THEN 'open' ELSE conversations.state END,
    snooze_until_ms = CASE WHEN l.state = 'open' OR conversations.state = 'open' THEN NULL ELSE conversations.snooze_until_ms END,
    assigned_ms = CASE WHEN conversations.assignee_id IS NULL THEN l.assigned_ms ELSE conversations.assigned_ms END,
    assignee_id = coalesce(conversations.assignee_id, l.assignee_id),
    team_id = coalesce(conversations.team_id, l.team_id),
    last_agent_id = coalesce(conversations.last_agent_id, l.last_agent_id),
    sort_ms = CASE WHEN l.sort_ms > conversations.sort_ms THEN l.sort_ms ELSE conversations.sort_ms END
FROM conversations l
WHERE conversations.id = :keep AND l.id = :lose
