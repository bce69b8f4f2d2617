CREATE TRIGGER audit_team_renamed AFTER UPDATE OF name ON teams FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name)
    EXECUTE FUNCTION tandem_audited('team.renamed', 'team', 'id', 'name')
