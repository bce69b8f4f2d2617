CREATE INDEX conversations_waiting ON conversations (sort_ms, id) WHERE customer_waiting = 1
