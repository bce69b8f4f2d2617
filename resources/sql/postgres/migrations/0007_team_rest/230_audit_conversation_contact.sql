CREATE TRIGGER audit_conversation_contact AFTER UPDATE OF contact_id ON conversations FOR EACH ROW
    WHEN (OLD.contact_id IS DISTINCT FROM NEW.contact_id)
    EXECUTE FUNCTION tandem_audited('conversation.contact', 'conversation', 'id', 'contact_id')
