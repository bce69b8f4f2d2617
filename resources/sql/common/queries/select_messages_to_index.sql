SELECT id, timestamp_ms, text FROM messages WHERE id <= :up_to ORDER BY id DESC LIMIT :count
