CREATE TRIGGER audit_label_added AFTER INSERT ON labels FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('label.added', 'label', 'id', 'name')
