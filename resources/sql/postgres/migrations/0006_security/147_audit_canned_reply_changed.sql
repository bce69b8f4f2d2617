CREATE TRIGGER audit_canned_reply_changed AFTER UPDATE ON canned_replies FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('canned_reply.changed', 'canned_reply', 'id', 'shortcut')
