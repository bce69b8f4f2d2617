CREATE TRIGGER audit_rule_removed AFTER DELETE ON assignment_rules FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'rule.removed', 'rule', CAST(OLD.id AS TEXT), OLD.number_id, NULL,
        json_object('position', OLD.position, 'method', OLD.method, 'label_id', OLD.label_id, 'team_id', OLD.team_id, 'enabled', OLD.enabled));
END
