CREATE TRIGGER audit_agent_away AFTER UPDATE OF away ON agents FOR EACH ROW
    WHEN (OLD.away IS DISTINCT FROM NEW.away)
    EXECUTE FUNCTION tandem_audited('agent.away', 'agent', 'id', 'away')
