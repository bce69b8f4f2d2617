CREATE TRIGGER audit_number_receipts AFTER UPDATE OF read_receipts ON numbers FOR EACH ROW
    WHEN OLD.read_receipts IS NOT NEW.read_receipts
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.receipts', 'number', CAST(NEW.id AS TEXT), NEW.id, NULL,
        json_object('from', OLD.read_receipts, 'to', NEW.read_receipts));
END
