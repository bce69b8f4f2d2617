UPDATE conversations
SET read_ms = CASE WHEN l.read_ms > conversations.read_ms THEN l.read_ms ELSE conversations.read_ms END,
    forced_unread = CASE WHEN l.forced_unread = 1 THEN 1 ELSE conversations.forced_unread END,
    state = CASE WHEN l.state = 'open' OR conversations.state = 'open' THEN 'open' ELSE conversations.state END,
    sort_ms = CASE WHEN l.sort_ms > conversations.sort_ms THEN l.sort_ms ELSE conversations.sort_ms END
FROM conversations l
WHERE conversations.id = :keep AND l.id = :lose
