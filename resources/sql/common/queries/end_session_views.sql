DELETE FROM conversation_presence WHERE session_id = :session AND agent_id = :me
