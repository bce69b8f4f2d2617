CREATE TRIGGER guard_agents BEFORE UPDATE OF away ON agents FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_agent()
