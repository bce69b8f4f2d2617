CREATE TRIGGER audit_number_granted_team AFTER INSERT ON team_numbers FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'number.granted', 'team', CAST(NEW.team_id AS TEXT), NEW.number_id, NULL,
        json_object('number_id', NEW.number_id));
END
