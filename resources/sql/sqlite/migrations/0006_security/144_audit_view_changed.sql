CREATE TRIGGER audit_view_changed AFTER UPDATE ON saved_views FOR EACH ROW
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'view.changed', 'view', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.name, 'to', NEW.name));
END
