CREATE TRIGGER audit_number_state AFTER UPDATE OF state ON numbers FOR EACH ROW
    WHEN OLD.state IS NOT NEW.state
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.state', 'number', CAST(NEW.id AS TEXT), NEW.id, NULL,
        json_object('from', OLD.state, 'to', NEW.state));
END
