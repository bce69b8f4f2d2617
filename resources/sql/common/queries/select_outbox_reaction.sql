SELECT number_id, client_id, content, state FROM outbox WHERE id = :id AND type = 'reaction'
