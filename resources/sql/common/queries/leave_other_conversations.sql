UPDATE conversation_presence SET viewing_until_ms = 0, typing_until_ms = 0
WHERE session_id = :session AND agent_id = :me AND conversation_id <> :id AND viewing_until_ms + typing_until_ms > 0
