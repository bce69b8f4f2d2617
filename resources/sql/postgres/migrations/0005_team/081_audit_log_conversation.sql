CREATE INDEX audit_log_conversation ON audit_log (conversation_id, id) WHERE conversation_id IS NOT NULL
