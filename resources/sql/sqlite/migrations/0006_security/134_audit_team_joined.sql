CREATE TRIGGER audit_team_joined AFTER INSERT ON team_members FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'team.joined', 'team', CAST(NEW.team_id AS TEXT), NULL, NULL,
        json_object('agent_id', NEW.agent_id));
END
