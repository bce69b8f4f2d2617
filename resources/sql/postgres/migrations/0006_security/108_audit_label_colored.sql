CREATE TRIGGER audit_label_colored AFTER UPDATE OF color_index ON labels FOR EACH ROW
    WHEN (OLD.color_index IS DISTINCT FROM NEW.color_index)
    EXECUTE FUNCTION tandem_audited('label.colored', 'label', 'id', 'color_index')
