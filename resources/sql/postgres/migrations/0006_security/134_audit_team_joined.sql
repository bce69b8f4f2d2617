CREATE TRIGGER audit_team_joined AFTER INSERT ON team_members FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('team.joined', 'team', 'team_id', 'agent_id')
