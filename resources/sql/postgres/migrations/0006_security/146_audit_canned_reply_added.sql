CREATE TRIGGER audit_canned_reply_added AFTER INSERT ON canned_replies FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('canned_reply.added', 'canned_reply', 'id', 'shortcut')
