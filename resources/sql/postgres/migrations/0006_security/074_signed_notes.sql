CREATE TRIGGER signed_notes BEFORE INSERT ON notes FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed('author_id')
