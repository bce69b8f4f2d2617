CREATE TRIGGER audit_conversation_team AFTER UPDATE OF team_id ON conversations FOR EACH ROW
    WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id)
    EXECUTE FUNCTION tandem_audited('conversation.team', 'conversation', 'id', 'team_id')
