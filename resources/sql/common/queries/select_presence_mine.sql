SELECT 1 FROM presence s WHERE s.agent_id = :me AND s.seen_ms > :seen_after_ms LIMIT 1
