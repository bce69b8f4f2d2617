CREATE TRIGGER audit_number_limit AFTER UPDATE OF send_limit ON numbers FOR EACH ROW
    WHEN (OLD.send_limit IS DISTINCT FROM NEW.send_limit)
    EXECUTE FUNCTION tandem_audited('number.limit', 'number', 'id', 'send_limit')
