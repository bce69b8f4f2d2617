CREATE TRIGGER audit_team_added AFTER INSERT ON teams FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('team.added', 'team', 'id', 'name')
