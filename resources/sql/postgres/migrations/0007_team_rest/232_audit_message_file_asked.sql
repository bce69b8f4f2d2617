CREATE TRIGGER audit_message_file_asked AFTER UPDATE OF state ON message_media FOR EACH ROW
    WHEN (OLD.state IN ('failed', 'purged') AND NEW.state = 'pending')
    EXECUTE FUNCTION tandem_audited('message.file_asked', 'message', 'message_id', 'state')
