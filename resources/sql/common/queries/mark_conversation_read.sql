UPDATE conversations SET read_ms = CASE WHEN read_ms > :up_to_ms THEN read_ms ELSE :up_to_ms END, forced_unread = 0, unread_from_ms = NULL
WHERE id = :id
