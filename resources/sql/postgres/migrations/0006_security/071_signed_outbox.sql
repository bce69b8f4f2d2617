CREATE TRIGGER signed_outbox BEFORE INSERT ON outbox FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_signed('author_id', 'author')
