CREATE TRIGGER audit_number_added AFTER INSERT ON numbers FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.added', 'number', CAST(NEW.id AS TEXT), NEW.id, NULL,
        json_object('phone_number_id', NEW.phone_number_id));
END
