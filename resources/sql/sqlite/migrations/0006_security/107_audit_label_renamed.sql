CREATE TRIGGER audit_label_renamed AFTER UPDATE OF name ON labels FOR EACH ROW
    WHEN OLD.name IS NOT NEW.name
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'label.renamed', 'label', CAST(NEW.id AS TEXT), NULL, NULL,
        json_object('from', OLD.name, 'to', NEW.name));
END
