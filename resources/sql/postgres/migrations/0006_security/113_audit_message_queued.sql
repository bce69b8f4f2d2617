CREATE TRIGGER audit_message_queued AFTER INSERT ON outbox FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('message.queued', 'outbox', 'id', 'type priority hold')
