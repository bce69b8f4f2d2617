CREATE TRIGGER audit_link_ended AFTER UPDATE OF step ON link_requests FOR EACH ROW
    WHEN (OLD.step IS DISTINCT FROM NEW.step AND NEW.step IN ('done', 'failed', 'cancelled'))
    EXECUTE FUNCTION tandem_audited('link.ended', 'link', 'id', 'step')
