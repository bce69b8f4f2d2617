CREATE TRIGGER audit_conversation_labeled AFTER INSERT ON conversation_labels FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.labeled', 'conversation', CAST(NEW.conversation_id AS TEXT), NEW.number_id, NEW.conversation_id,
        json_object('label_id', NEW.label_id));
END
