CREATE TRIGGER taken_away_notes BEFORE UPDATE ON notes FOR EACH ROW WHEN (NOT tandem_trusted()) EXECUTE FUNCTION tandem_note_taken_away()
