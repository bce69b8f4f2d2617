CREATE TRIGGER guard_outbox_place BEFORE UPDATE OF conversation_id ON outbox FOR EACH ROW
    WHEN (NEW.conversation_id <> OLD.conversation_id AND NOT tandem_trusted()) EXECUTE FUNCTION tandem_guard_outbox_place()
