CREATE TRIGGER audit_label_removed AFTER DELETE ON labels FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('label.removed', 'label', 'id', 'name')
