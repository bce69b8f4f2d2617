CREATE TRIGGER audit_message_released AFTER UPDATE OF hold ON outbox FOR EACH ROW
    WHEN (OLD.hold IS DISTINCT FROM NEW.hold AND NEW.hold = 'none' AND NEW.state = 'queued')
    EXECUTE FUNCTION tandem_audited('message.released', 'outbox', 'id', 'hold')
