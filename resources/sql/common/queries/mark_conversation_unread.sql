UPDATE conversations SET forced_unread = 1 WHERE id = :id
