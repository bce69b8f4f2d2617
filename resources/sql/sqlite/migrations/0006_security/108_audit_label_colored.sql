CREATE TRIGGER audit_label_colored AFTER UPDATE OF color_index ON labels FOR EACH ROW
    WHEN OLD.color_index IS NOT NEW.color_index
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'label.colored', 'label', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.color_index, 'to', NEW.color_index));
END
