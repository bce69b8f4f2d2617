SELECT g.id, g.at_ms, g.who, g.origin, g.action, g.subject, g.subject_id, g.conversation_id, g.detail, g.number_id
FROM audit_log g
WHERE g.id > :after AND (:who = '' OR g.who = :who) AND substr(g.action, 1, length(:action)) = :action
    AND (:conversation = 0 OR g.conversation_id = :conversation) AND g.at_ms >= :from_ms AND g.at_ms < :to_ms
ORDER BY g.id
LIMIT :count
