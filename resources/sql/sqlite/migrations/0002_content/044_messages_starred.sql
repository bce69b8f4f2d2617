CREATE INDEX messages_starred ON messages (starred_ms) WHERE starred_ms IS NOT NULL
