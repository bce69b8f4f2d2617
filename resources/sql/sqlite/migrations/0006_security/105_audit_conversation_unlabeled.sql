CREATE TRIGGER audit_conversation_unlabeled AFTER DELETE ON conversation_labels FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'conversation.unlabeled', 'conversation', CAST(OLD.conversation_id AS TEXT), OLD.number_id, OLD.conversation_id,
        json_object('label_id', OLD.label_id));
END
