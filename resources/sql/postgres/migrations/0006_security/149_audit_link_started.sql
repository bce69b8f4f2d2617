CREATE TRIGGER audit_link_started AFTER INSERT ON link_requests FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('link.started', 'link', 'id', '')
