CREATE INDEX conversations_list ON conversations (state, sort_ms, id, number_id)
