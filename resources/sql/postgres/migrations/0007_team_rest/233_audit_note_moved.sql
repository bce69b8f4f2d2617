CREATE TRIGGER audit_note_moved AFTER UPDATE OF conversation_id ON notes FOR EACH ROW
    WHEN (OLD.conversation_id IS DISTINCT FROM NEW.conversation_id)
    EXECUTE FUNCTION tandem_audited('note.moved', 'note', 'id', 'conversation_id')
