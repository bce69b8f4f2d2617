CREATE TRIGGER audit_number_state AFTER UPDATE OF state ON numbers FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION tandem_audited('number.state', 'number', 'id', 'state')
