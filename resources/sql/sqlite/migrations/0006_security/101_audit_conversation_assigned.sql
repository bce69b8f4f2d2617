CREATE TRIGGER audit_conversation_assigned AFTER UPDATE OF assignee_id ON conversations FOR EACH ROW
    WHEN OLD.assignee_id IS NOT NEW.assignee_id
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.assigned', 'conversation', CAST(NEW.id AS TEXT), NEW.number_id, NEW.id,
        json_object('from', OLD.assignee_id, 'to', NEW.assignee_id));
END
