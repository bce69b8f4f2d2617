CREATE TRIGGER audit_agent_renamed AFTER UPDATE OF display_name ON agents FOR EACH ROW
    WHEN OLD.display_name IS NOT NEW.display_name
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'agent.renamed', 'agent', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.display_name, 'to', NEW.display_name));
END
