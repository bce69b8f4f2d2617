CREATE TRIGGER audit_contact_blocked AFTER UPDATE OF blocked_ms ON contacts FOR EACH ROW
    WHEN OLD.blocked_ms IS NOT NEW.blocked_ms
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'contact.blocked', 'contact', CAST(NEW.id AS TEXT), NEW.number_id, NULL,
        json_object('from', OLD.blocked_ms, 'to', NEW.blocked_ms));
END
