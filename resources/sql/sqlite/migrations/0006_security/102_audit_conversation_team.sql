CREATE TRIGGER audit_conversation_team AFTER UPDATE OF team_id ON conversations FOR EACH ROW
    WHEN OLD.team_id IS NOT NEW.team_id
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.team', 'conversation', CAST(NEW.id AS TEXT), NEW.number_id, NEW.id,
        json_object('from', OLD.team_id, 'to', NEW.team_id));
END
