CREATE TRIGGER audit_rule_added AFTER INSERT ON assignment_rules FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'rule.added', 'rule', CAST(NEW.id AS TEXT), NEW.number_id, NULL,
        json_object('position', NEW.position, 'method', NEW.method, 'label_id', NEW.label_id, 'team_id', NEW.team_id, 'enabled', NEW.enabled));
END
