CREATE TRIGGER audit_message_starred AFTER UPDATE OF starred_ms ON messages FOR EACH ROW
    WHEN (OLD.starred_ms IS DISTINCT FROM NEW.starred_ms)
    EXECUTE FUNCTION tandem_audited('message.starred', 'message', 'id', 'starred_ms')
