CREATE TRIGGER audit_note_edited AFTER UPDATE OF edited_ms ON notes FOR EACH ROW
    WHEN (OLD.edited_ms IS DISTINCT FROM NEW.edited_ms)
    EXECUTE FUNCTION tandem_audited('note.edited', 'note', 'id', '')
