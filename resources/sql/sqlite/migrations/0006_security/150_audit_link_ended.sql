CREATE TRIGGER audit_link_ended AFTER UPDATE OF step ON link_requests FOR EACH ROW
    WHEN OLD.step IS NOT NEW.step AND NEW.step IN ('done', 'failed', 'cancelled')
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'link.ended', 'link', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.step, 'to', NEW.step));
END
