CREATE TRIGGER audit_canned_reply_added AFTER INSERT ON canned_replies FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'canned_reply.added', 'canned_reply', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('shortcut', NEW.shortcut));
END
