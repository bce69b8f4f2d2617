CREATE TRIGGER audit_conversation_assigned AFTER UPDATE OF assignee_id ON conversations FOR EACH ROW
    WHEN (OLD.assignee_id IS DISTINCT FROM NEW.assignee_id)
    EXECUTE FUNCTION tandem_audited('conversation.assigned', 'conversation', 'id', 'assignee_id')
