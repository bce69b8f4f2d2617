INSERT INTO presence (session_id, agent_id, seen_ms) VALUES (:session, :me, :now_ms)
ON CONFLICT (session_id) DO UPDATE SET seen_ms = excluded.seen_ms
