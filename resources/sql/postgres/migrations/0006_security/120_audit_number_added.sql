CREATE TRIGGER audit_number_added AFTER INSERT ON numbers FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('number.added', 'number', 'id', 'phone_number_id')
