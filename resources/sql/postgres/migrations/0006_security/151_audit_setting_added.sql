CREATE TRIGGER audit_setting_added AFTER INSERT ON workspace FOR EACH ROW
    WHEN (substr(NEW.name, 1, 1) <> '_')
    EXECUTE FUNCTION tandem_audited('setting.changed', 'setting', 'name', '')
