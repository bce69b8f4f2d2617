CREATE TRIGGER audit_message_file_asked AFTER UPDATE OF state ON message_media FOR EACH ROW
    WHEN OLD.state IN ('failed', 'purged') AND NEW.state = 'pending'
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'message.file_asked', 'message', CAST(NEW.message_id AS TEXT), NEW.number_id, NEW.conversation_id,
        json_object('from', OLD.state, 'to', NEW.state));
END
