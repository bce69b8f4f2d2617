CREATE TRIGGER audit_number_typing AFTER UPDATE OF typing ON numbers FOR EACH ROW
    WHEN (OLD.typing IS DISTINCT FROM NEW.typing)
    EXECUTE FUNCTION tandem_audited('number.typing', 'number', 'id', 'typing')
