CREATE INDEX conversations_window ON conversations (window_from_ms) WHERE window_from_ms IS NOT NULL
