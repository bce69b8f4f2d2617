CREATE TRIGGER audit_conversation_state AFTER UPDATE OF state ON conversations FOR EACH ROW
    WHEN OLD.state IS NOT NEW.state
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.state', 'conversation', CAST(NEW.id AS TEXT), NEW.number_id, NEW.id,
        json_object('from', OLD.state, 'to', NEW.state));
END
