CREATE TRIGGER clamped_conversation_presence BEFORE INSERT OR UPDATE ON conversation_presence FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_clamped()
