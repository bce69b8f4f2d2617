CREATE INDEX conversations_on_phone ON conversations (sort_ms, id) WHERE answered_on_phone = 1
