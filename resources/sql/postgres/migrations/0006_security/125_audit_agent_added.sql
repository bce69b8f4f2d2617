CREATE TRIGGER audit_agent_added AFTER INSERT ON agents FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('agent.added', 'agent', 'id', 'login role')
