CREATE TRIGGER signed_saved_views BEFORE INSERT ON saved_views FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed('owner_id')
