SELECT conversation_id FROM conversation_presence WHERE session_id = :session
