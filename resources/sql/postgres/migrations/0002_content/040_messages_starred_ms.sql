ALTER TABLE messages ADD COLUMN starred_ms bigint
