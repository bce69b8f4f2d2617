CREATE TRIGGER audit_message_released AFTER UPDATE OF hold ON outbox FOR EACH ROW
    WHEN OLD.hold IS NOT NEW.hold AND NEW.hold = 'none' AND NEW.state = 'queued'
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'message.released', 'outbox', CAST(NEW.id AS TEXT), NEW.number_id, NEW.conversation_id,
        json_object('from', OLD.hold, 'to', NEW.hold));
END
