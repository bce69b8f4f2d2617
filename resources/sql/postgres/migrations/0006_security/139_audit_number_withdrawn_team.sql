CREATE TRIGGER audit_number_withdrawn_team AFTER DELETE ON team_numbers FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('number.withdrawn', 'team', 'team_id', 'number_id')
