SELECT
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.state = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :many) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.state = 'closed' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :many) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.unread > 0 AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :many) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.customer_waiting = 1 AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :many) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.window_from_ms > :window_from_ms AND c.window_from_ms < :window_until_ms
        AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :many) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.answered_on_phone = 1 AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :many) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.assignee_id = :me AND c.state = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :most) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.assignee_id IS NULL AND c.state = 'open' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :most) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.state = 'pending' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :most) x),
    (SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE c.state = 'snoozed' AND (:any_number = 1 OR c.number_id = :number_id) LIMIT :most) x),
    (SELECT count(DISTINCT o.conversation_id) FROM note_mentions u CROSS JOIN notes o
        WHERE u.agent_id = :me AND u.seen_ms IS NULL AND o.deleted_ms IS NULL AND o.id = u.note_id AND (:any_number = 1 OR o.number_id = :number_id))
