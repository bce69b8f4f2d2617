-- By agents: the gateway follows what customers call themselves. On a single desk nobody else writes.
CREATE TRIGGER audit_contact_renamed AFTER UPDATE OF display_name, book_name ON contacts FOR EACH ROW
    WHEN ((OLD.display_name, OLD.book_name) IS DISTINCT FROM (NEW.display_name, NEW.book_name) AND NOT tandem_trusted())
    EXECUTE FUNCTION tandem_audited('contact.renamed', 'contact', 'id', '')
