CREATE INDEX conversations_unread ON conversations (sort_ms, id) WHERE unread > 0
