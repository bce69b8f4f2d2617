CREATE TRIGGER audit_view_removed AFTER DELETE ON saved_views FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'view.removed', 'view', CAST(OLD.id AS TEXT), NULL, NULL,
        json_object('name', OLD.name, 'shared', OLD.shared));
END
