CREATE TRIGGER audit_message_cancelled AFTER UPDATE OF state ON outbox FOR EACH ROW
    WHEN OLD.state IS NOT NEW.state AND NEW.state = 'cancelled'
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'message.cancelled', 'outbox', CAST(NEW.id AS TEXT), NEW.number_id, NEW.conversation_id,
        json_object('from', OLD.state, 'to', NEW.state));
END
