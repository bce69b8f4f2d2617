CREATE TRIGGER audit_label_renamed AFTER UPDATE OF name ON labels FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name)
    EXECUTE FUNCTION tandem_audited('label.renamed', 'label', 'id', 'name')
