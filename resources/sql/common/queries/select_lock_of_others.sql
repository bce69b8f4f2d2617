SELECT 1 FROM conversation_presence p WHERE p.conversation_id = :id AND p.agent_id <> :me AND p.lock_until_ms > :now_ms LIMIT 1
