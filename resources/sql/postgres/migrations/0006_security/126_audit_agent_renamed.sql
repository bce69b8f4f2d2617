CREATE TRIGGER audit_agent_renamed AFTER UPDATE OF display_name ON agents FOR EACH ROW
    WHEN (OLD.display_name IS DISTINCT FROM NEW.display_name)
    EXECUTE FUNCTION tandem_audited('agent.renamed', 'agent', 'id', 'display_name')
