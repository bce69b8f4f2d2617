CREATE TRIGGER audit_number_receipts AFTER UPDATE OF read_receipts ON numbers FOR EACH ROW
    WHEN (OLD.read_receipts IS DISTINCT FROM NEW.read_receipts)
    EXECUTE FUNCTION tandem_audited('number.receipts', 'number', 'id', 'read_receipts')
