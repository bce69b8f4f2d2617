CREATE TRIGGER audit_rule_changed AFTER UPDATE ON assignment_rules FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('rule.changed', 'rule', 'id', '')
