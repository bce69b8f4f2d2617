INSERT INTO conversation_presence (session_id, conversation_id, number_id, agent_id, viewing_until_ms, typing_until_ms, lock_until_ms)
SELECT CAST(:session AS TEXT), c.id, c.number_id, CAST(:me AS BIGINT), CAST(:viewing_ms AS BIGINT), CAST(:typing_ms AS BIGINT), CAST(:lock_ms AS BIGINT)
FROM conversations c WHERE c.id = :id
ON CONFLICT (session_id, conversation_id) DO UPDATE
SET viewing_until_ms = excluded.viewing_until_ms, typing_until_ms = excluded.typing_until_ms, lock_until_ms = excluded.lock_until_ms
