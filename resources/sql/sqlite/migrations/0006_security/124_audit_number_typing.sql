CREATE TRIGGER audit_number_typing AFTER UPDATE OF typing ON numbers FOR EACH ROW
    WHEN OLD.typing IS NOT NEW.typing
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.typing', 'number', CAST(NEW.id AS TEXT), NEW.id, NULL,
        json_object('from', OLD.typing, 'to', NEW.typing));
END
