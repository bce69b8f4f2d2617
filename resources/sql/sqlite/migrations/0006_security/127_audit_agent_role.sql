CREATE TRIGGER audit_agent_role AFTER UPDATE OF role ON agents FOR EACH ROW
    WHEN OLD.role IS NOT NEW.role
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'agent.role', 'agent', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.role, 'to', NEW.role));
END
