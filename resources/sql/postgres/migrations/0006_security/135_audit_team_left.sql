CREATE TRIGGER audit_team_left AFTER DELETE ON team_members FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('team.left', 'team', 'team_id', 'agent_id')
