SELECT hold, attempts FROM outbox WHERE id = :id
