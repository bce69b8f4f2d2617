CREATE TRIGGER audit_kept_changed BEFORE UPDATE ON audit_log FOR EACH ROW
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only ever added to');
END
