CREATE TRIGGER audit_canned_reply_removed AFTER DELETE ON canned_replies FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'canned_reply.removed', 'canned_reply', CAST(OLD.id AS TEXT), NULL, NULL,
        json_object('shortcut', OLD.shortcut));
END
