CREATE TRIGGER audit_rule_changed AFTER UPDATE ON assignment_rules FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'rule.changed', 'rule', CAST(NEW.id AS TEXT), NEW.number_id, NULL,
        '{}');
END
