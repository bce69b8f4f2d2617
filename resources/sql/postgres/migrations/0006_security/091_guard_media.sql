CREATE TRIGGER guard_media BEFORE UPDATE ON message_media FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_media()
