CREATE TRIGGER audit_conversation_labeled AFTER INSERT ON conversation_labels FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('conversation.labeled', 'conversation', 'conversation_id', 'label_id')
