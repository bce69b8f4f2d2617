CREATE TRIGGER audit_contact_owner AFTER UPDATE OF owner_id ON contacts FOR EACH ROW
    WHEN OLD.owner_id IS NOT NEW.owner_id
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'contact.owner', 'contact', CAST(NEW.id AS TEXT), NEW.number_id, NULL,
        json_object('from', OLD.owner_id, 'to', NEW.owner_id));
END
