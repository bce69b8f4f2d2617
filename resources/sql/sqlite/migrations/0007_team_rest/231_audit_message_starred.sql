CREATE TRIGGER audit_message_starred AFTER UPDATE OF starred_ms ON messages FOR EACH ROW
    WHEN OLD.starred_ms IS NOT NEW.starred_ms
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'message.starred', 'message', CAST(NEW.id AS TEXT), NEW.number_id, NEW.conversation_id,
        json_object('from', OLD.starred_ms, 'to', NEW.starred_ms));
END
