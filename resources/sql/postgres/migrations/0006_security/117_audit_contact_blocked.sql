CREATE TRIGGER audit_contact_blocked AFTER UPDATE OF blocked_ms ON contacts FOR EACH ROW
    WHEN (OLD.blocked_ms IS DISTINCT FROM NEW.blocked_ms)
    EXECUTE FUNCTION tandem_audited('contact.blocked', 'contact', 'id', 'blocked_ms')
