CREATE TRIGGER audit_rule_removed AFTER DELETE ON assignment_rules FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('rule.removed', 'rule', 'id', 'position method label_id team_id enabled')
