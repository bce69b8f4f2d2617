CREATE TRIGGER guard_conversations BEFORE INSERT OR UPDATE ON conversations FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_conversation()
