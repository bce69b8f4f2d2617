CREATE TRIGGER audit_message_sent_again AFTER UPDATE OF state ON outbox FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND OLD.state IN ('failed', 'unknown') AND NEW.state = 'queued')
    EXECUTE FUNCTION tandem_audited('message.sent_again', 'outbox', 'id', 'state')
