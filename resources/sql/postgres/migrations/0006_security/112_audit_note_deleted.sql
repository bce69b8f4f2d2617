CREATE TRIGGER audit_note_deleted AFTER UPDATE OF deleted_ms ON notes FOR EACH ROW
    WHEN (OLD.deleted_ms IS DISTINCT FROM NEW.deleted_ms)
    EXECUTE FUNCTION tandem_audited('note.deleted', 'note', 'id', '')
