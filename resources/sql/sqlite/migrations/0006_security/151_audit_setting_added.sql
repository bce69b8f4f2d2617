CREATE TRIGGER audit_setting_added AFTER INSERT ON workspace FOR EACH ROW
    WHEN substr(NEW.name, 1, 1) <> '_'
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'setting.changed', 'setting', CAST(NEW.name AS TEXT), NULL, NULL,
        '{}');
END
