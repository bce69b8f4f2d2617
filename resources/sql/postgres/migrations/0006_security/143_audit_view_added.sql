CREATE TRIGGER audit_view_added AFTER INSERT ON saved_views FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('view.added', 'view', 'id', 'name shared')
