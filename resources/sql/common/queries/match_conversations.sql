SELECT c.id FROM conversations c
WHERE c.id IN (SELECT CAST(r.value ->> 0 AS BIGINT) FROM json_each(CAST(:rows AS TEXT)) r)
    AND (:any_state = 1 OR c.state = :state)
    AND (:any_number = 1 OR c.number_id = :number_id)
    AND (:unread_only = 0 OR c.unread > 0)
    AND (:waiting_only = 0 OR c.customer_waiting = 1)
    AND (:on_phone_only = 0 OR c.answered_on_phone = 1)
    AND (:window_only = 0 OR (c.window_from_ms > :window_from_ms AND c.window_from_ms < :window_until_ms))
