CREATE TRIGGER audit_rule_added AFTER INSERT ON assignment_rules FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('rule.added', 'rule', 'id', 'position method label_id team_id enabled')
