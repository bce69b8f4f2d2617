CREATE TRIGGER audit_agent_role AFTER UPDATE OF role ON agents FOR EACH ROW
    WHEN (OLD.role IS DISTINCT FROM NEW.role)
    EXECUTE FUNCTION tandem_audited('agent.role', 'agent', 'id', 'role')
