DELETE FROM history_chunks WHERE number_id = :id
