CREATE TRIGGER clamped_presence BEFORE INSERT OR UPDATE ON presence FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_clamped()
