CREATE TRIGGER audit_agent_disabled AFTER UPDATE OF disabled_ms ON agents FOR EACH ROW
    WHEN (OLD.disabled_ms IS DISTINCT FROM NEW.disabled_ms)
    EXECUTE FUNCTION tandem_audited('agent.disabled', 'agent', 'id', 'disabled_ms')
