CREATE TRIGGER guard_identities BEFORE INSERT ON identities FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_identity()
