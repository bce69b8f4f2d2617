CREATE TRIGGER audit_conversation_state AFTER UPDATE OF state ON conversations FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION tandem_audited('conversation.state', 'conversation', 'id', 'state')
