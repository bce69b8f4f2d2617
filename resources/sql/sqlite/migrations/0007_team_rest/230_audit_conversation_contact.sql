CREATE TRIGGER audit_conversation_contact AFTER UPDATE OF contact_id ON conversations FOR EACH ROW
    WHEN OLD.contact_id IS NOT NEW.contact_id
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.contact', 'conversation', CAST(NEW.id AS TEXT), NEW.number_id, NEW.id,
        json_object('from', OLD.contact_id, 'to', NEW.contact_id));
END
