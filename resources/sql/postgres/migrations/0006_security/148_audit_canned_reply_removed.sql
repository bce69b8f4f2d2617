CREATE TRIGGER audit_canned_reply_removed AFTER DELETE ON canned_replies FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('canned_reply.removed', 'canned_reply', 'id', 'shortcut')
