CREATE TRIGGER audit_contact_merged AFTER UPDATE OF merged_into ON contacts FOR EACH ROW
    WHEN (OLD.merged_into IS DISTINCT FROM NEW.merged_into)
    EXECUTE FUNCTION tandem_audited('contact.merged', 'contact', 'id', 'merged_into')
