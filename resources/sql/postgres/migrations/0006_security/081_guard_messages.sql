CREATE TRIGGER guard_messages BEFORE UPDATE ON messages FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_message()
