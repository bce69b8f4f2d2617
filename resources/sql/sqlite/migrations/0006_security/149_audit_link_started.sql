CREATE TRIGGER audit_link_started AFTER INSERT ON link_requests FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'link.started', 'link', CAST(NEW.id AS TEXT), NULL, NULL,
        '{}');
END
