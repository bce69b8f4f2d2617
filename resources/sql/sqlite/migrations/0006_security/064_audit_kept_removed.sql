CREATE TRIGGER audit_kept_removed BEFORE DELETE ON audit_log FOR EACH ROW
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only ever added to');
END
