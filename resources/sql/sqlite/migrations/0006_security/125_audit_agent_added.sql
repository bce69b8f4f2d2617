CREATE TRIGGER audit_agent_added AFTER INSERT ON agents FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'agent.added', 'agent', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('login', NEW.login, 'role', NEW.role));
END
