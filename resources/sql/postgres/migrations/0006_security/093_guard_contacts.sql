CREATE TRIGGER guard_contacts BEFORE UPDATE ON contacts FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_contact()
