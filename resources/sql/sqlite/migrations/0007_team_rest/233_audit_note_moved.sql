CREATE TRIGGER audit_note_moved AFTER UPDATE OF conversation_id ON notes FOR EACH ROW
    WHEN OLD.conversation_id IS NOT NEW.conversation_id
BEGIN
    INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, number_id, conversation_id, detail)
    VALUES (CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), 'me', 'local', 'note.moved', 'note', CAST(NEW.id AS TEXT), NEW.number_id, NEW.conversation_id,
        json_object('from', OLD.conversation_id, 'to', NEW.conversation_id));
END
