CREATE TRIGGER signed_drafts BEFORE INSERT ON drafts FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed('agent_id')
