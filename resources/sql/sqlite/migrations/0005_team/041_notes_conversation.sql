CREATE INDEX notes_conversation ON notes (conversation_id, created_ms, id)
