CREATE TRIGGER audit_view_removed AFTER DELETE ON saved_views FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('view.removed', 'view', 'id', 'name shared')
