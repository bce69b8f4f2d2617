CREATE TRIGGER audit_number_limit AFTER UPDATE OF send_limit ON numbers FOR EACH ROW
    WHEN OLD.send_limit IS NOT NEW.send_limit
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.limit', 'number', CAST(NEW.id AS TEXT), NEW.id, NULL,
        json_object('from', OLD.send_limit, 'to', NEW.send_limit));
END
