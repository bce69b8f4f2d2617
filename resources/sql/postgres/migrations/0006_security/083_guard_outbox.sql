CREATE TRIGGER guard_outbox BEFORE UPDATE ON outbox FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_outbox()
