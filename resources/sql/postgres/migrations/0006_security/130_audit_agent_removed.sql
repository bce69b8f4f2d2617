CREATE TRIGGER audit_agent_removed AFTER DELETE ON agents FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('agent.removed', 'agent', 'id', 'login role')
