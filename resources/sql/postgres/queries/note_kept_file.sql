SELECT tandem_note_kept_file(:sha256, :now_ms)
