SELECT viewing_until_ms, typing_until_ms, lock_until_ms FROM conversation_presence WHERE session_id = :session AND conversation_id = :id
