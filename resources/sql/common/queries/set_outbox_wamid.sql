UPDATE outbox SET wamid = :wamid WHERE id = :id
