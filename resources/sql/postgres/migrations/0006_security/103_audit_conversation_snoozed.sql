CREATE TRIGGER audit_conversation_snoozed AFTER UPDATE OF snooze_until_ms ON conversations FOR EACH ROW
    WHEN (OLD.snooze_until_ms IS DISTINCT FROM NEW.snooze_until_ms)
    EXECUTE FUNCTION tandem_audited('conversation.snoozed', 'conversation', 'id', 'snooze_until_ms')
