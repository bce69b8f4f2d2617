CREATE TRIGGER audit_contact_merged AFTER UPDATE OF merged_into ON contacts FOR EACH ROW
    WHEN OLD.merged_into IS NOT NEW.merged_into
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'contact.merged', 'contact', CAST(NEW.id AS TEXT), NEW.number_id, NULL,
        json_object('from', OLD.merged_into, 'to', NEW.merged_into));
END
