UPDATE numbers SET history_state = 'none', history_requested_ms = NULL, history_chunk_ms = NULL WHERE id = :id
