CREATE TRIGGER audit_team_removed AFTER DELETE ON teams FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('team.removed', 'team', 'id', 'name')
