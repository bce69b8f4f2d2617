CREATE TRIGGER signed_conversation_presence BEFORE INSERT ON conversation_presence FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed('agent_id')
