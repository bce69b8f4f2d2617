CREATE INDEX conversations_number ON conversations (number_id, state, sort_ms, id)
