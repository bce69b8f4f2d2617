DELETE FROM conversation_presence
WHERE session_id = :session AND agent_id = :me AND viewing_until_ms < :now_ms AND typing_until_ms < :now_ms AND lock_until_ms < :now_ms
