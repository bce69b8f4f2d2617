SELECT
    (SELECT count(*) FROM conversations c WHERE c.state = 'open' AND (:any_number = 1 OR c.number_id = :number_id)),
    (SELECT count(*) FROM conversations c WHERE c.state = 'closed' AND (:any_number = 1 OR c.number_id = :number_id)),
    (SELECT count(*) FROM conversations c WHERE c.unread > 0 AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id)),
    (SELECT count(*) FROM conversations c WHERE c.customer_waiting = 1 AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id)),
    (SELECT count(*) FROM conversations c WHERE c.window_from_ms > :window_from_ms AND c.window_from_ms < :window_until_ms
        AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id)),
    (SELECT count(*) FROM conversations c WHERE c.answered_on_phone = 1 AND c.state || '' = 'open' AND (:any_number = 1 OR c.number_id = :number_id))
