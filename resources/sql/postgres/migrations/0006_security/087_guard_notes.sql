CREATE TRIGGER guard_notes BEFORE UPDATE ON notes FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_note()
