CREATE INDEX outbox_conversation ON outbox (conversation_id)
