CREATE TRIGGER audit_agent_disabled AFTER UPDATE OF disabled_ms ON agents FOR EACH ROW
    WHEN OLD.disabled_ms IS NOT NEW.disabled_ms
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'agent.disabled', 'agent', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.disabled_ms, 'to', NEW.disabled_ms));
END
