CREATE TRIGGER audit_conversation_unlabeled AFTER DELETE ON conversation_labels FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('conversation.unlabeled', 'conversation', 'conversation_id', 'label_id')
