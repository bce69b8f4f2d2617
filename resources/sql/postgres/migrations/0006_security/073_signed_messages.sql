CREATE TRIGGER signed_messages BEFORE INSERT ON messages FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed_message()
