INSERT INTO message_media (message_id, number_id, conversation_id, timestamp_ms, state, media_id, url, mime, sha256, filename, voice, animated,
    stored_sha256, size, error, attempts, due_ms)
VALUES (:id, :number_id, :conversation_id, :timestamp_ms, 'available', '', '', :mime, :sha256, :filename, :voice, 0, :sha256, :size, '', 0, NULL)
