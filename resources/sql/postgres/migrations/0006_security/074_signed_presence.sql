CREATE TRIGGER signed_presence BEFORE INSERT ON presence FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed('agent_id')
