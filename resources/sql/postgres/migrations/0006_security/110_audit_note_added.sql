CREATE TRIGGER audit_note_added AFTER INSERT ON notes FOR EACH ROW
    EXECUTE FUNCTION tandem_audited('note.added', 'note', 'id', '')
