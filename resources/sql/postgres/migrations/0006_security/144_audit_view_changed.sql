CREATE TRIGGER audit_view_changed AFTER UPDATE ON saved_views FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('view.changed', 'view', 'id', 'name')
