CREATE TRIGGER audit_message_cancelled AFTER UPDATE OF state ON outbox FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state = 'cancelled')
    EXECUTE FUNCTION tandem_audited('message.cancelled', 'outbox', 'id', 'state')
