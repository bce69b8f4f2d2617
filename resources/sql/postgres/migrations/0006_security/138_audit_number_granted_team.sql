CREATE TRIGGER audit_number_granted_team AFTER INSERT ON team_numbers FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('number.granted', 'team', 'team_id', 'number_id')
