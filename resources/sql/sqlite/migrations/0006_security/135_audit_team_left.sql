CREATE TRIGGER audit_team_left AFTER DELETE ON team_members FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'team.left', 'team', CAST(OLD.team_id AS TEXT), NULL, NULL,
        json_object('agent_id', OLD.agent_id));
END
