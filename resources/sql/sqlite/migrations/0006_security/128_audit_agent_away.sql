CREATE TRIGGER audit_agent_away AFTER UPDATE OF away ON agents FOR EACH ROW
    WHEN OLD.away IS NOT NEW.away
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'agent.away', 'agent', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.away, 'to', NEW.away));
END
