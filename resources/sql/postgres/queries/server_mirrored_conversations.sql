-- What a desktop keeps for the time without a server: the newest open ones, mine, those that name me, those that I looked at, and some of the rest.
WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)
SELECT c.id FROM conversations c
WHERE c.id IN (
    (SELECT o.id FROM conversations o WHERE o.state = 'open' ORDER BY o.sort_ms DESC, o.id DESC LIMIT 500)
    UNION (SELECT m.id FROM conversations m WHERE m.assignee_id = :me AND m.state <> 'closed' ORDER BY m.sort_ms DESC, m.id DESC LIMIT 200)
    UNION (SELECT n.conversation_id FROM note_mentions u JOIN notes n ON n.id = u.note_id WHERE u.agent_id = :me AND u.seen_ms IS NULL LIMIT 50)
    UNION (SELECT p.id FROM conversations p WHERE p.state = 'pending' ORDER BY p.sort_ms DESC, p.id DESC LIMIT 50)
    UNION (SELECT s.id FROM conversations s WHERE s.state = 'snoozed' ORDER BY s.sort_ms DESC, s.id DESC LIMIT 50)
    UNION (SELECT d.id FROM conversations d WHERE d.state = 'closed' ORDER BY d.sort_ms DESC, d.id DESC LIMIT 50)
    UNION (SELECT r.id FROM r)
)
ORDER BY c.sort_ms DESC, c.id DESC
