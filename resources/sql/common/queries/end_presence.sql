DELETE FROM presence WHERE session_id = :session AND agent_id = :me
