CREATE TRIGGER audit_setting_changed AFTER UPDATE OF value ON workspace FOR EACH ROW
    WHEN (OLD.value IS DISTINCT FROM NEW.value AND substr(NEW.name, 1, 1) <> '_')
    EXECUTE FUNCTION tandem_audited('setting.changed', 'setting', 'name', '')
