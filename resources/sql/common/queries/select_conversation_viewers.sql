WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
SELECT p.conversation_id, p.agent_id, CASE WHEN w.display_name <> '' THEN w.display_name ELSE w.login END,
    CASE WHEN p.typing_until_ms > :now_ms THEN 1 ELSE 0 END, CASE WHEN p.lock_until_ms > :now_ms THEN 1 ELSE 0 END
FROM r
CROSS JOIN conversation_presence p
CROSS JOIN agents w
WHERE p.conversation_id = r.id AND p.session_id <> :session AND w.id = p.agent_id
    AND (p.viewing_until_ms > :now_ms OR p.typing_until_ms > :now_ms OR p.lock_until_ms > :now_ms)
ORDER BY p.conversation_id, p.agent_id
