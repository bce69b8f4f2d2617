CREATE INDEX conversations_all ON conversations (sort_ms, id)
