UPDATE messages SET wamid = NULL, base = NULL WHERE outbox_id = :id
