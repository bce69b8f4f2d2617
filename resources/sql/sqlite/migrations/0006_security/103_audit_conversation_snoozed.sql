CREATE TRIGGER audit_conversation_snoozed AFTER UPDATE OF snooze_until_ms ON conversations FOR EACH ROW
    WHEN OLD.snooze_until_ms IS NOT NEW.snooze_until_ms
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.snoozed', 'conversation', CAST(NEW.id AS TEXT), NEW.number_id, NEW.id,
        json_object('from', OLD.snooze_until_ms, 'to', NEW.snooze_until_ms));
END
