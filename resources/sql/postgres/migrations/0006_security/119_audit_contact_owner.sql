CREATE TRIGGER audit_contact_owner AFTER UPDATE OF owner_id ON contacts FOR EACH ROW
    WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id)
    EXECUTE FUNCTION tandem_audited('contact.owner', 'contact', 'id', 'owner_id')
